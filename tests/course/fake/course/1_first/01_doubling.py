# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: doubling
#     title: {en: "Doubling", ko: "두 배"}
#     defines: [Doubling, twice]
#     minutes: [5, 10]
#     not_allowed: [numpy.multiply*]
# ---

# %% [markdown] lang="en"
# # Doubling
#
# Twice as much is $2x$.

# %% [markdown] lang="ko"
# # 두 배
#
# 두 배는 $2x$ 입니다.

# %%
start = 20

# %% deepclinic="exercise"
# Your module goes here.

# %%
print(Doubling(start + 1).value)

# %% [markdown] lang="en" question="doubling" points=3
# Why is twice nothing nothing?

# %% [markdown] lang="ko" question="doubling" points=3
# 0의 두 배는 왜 0일까요?

# %% [markdown] lang="en" guide="doubling"
# Only for markers: full points for linearity.

# %% [markdown] lang="ko" guide="doubling"
# 채점자용: 선형성을 말하면 만점.

# %% [markdown] lang="en"
# Sources: none.

# %% [markdown] lang="ko"
# 출처: 없음.
