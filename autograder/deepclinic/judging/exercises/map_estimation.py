"""Checks of the negative log priors and of the strengths that follow from them: 10 points."""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Close
from deepclinic.text import Text

# Sums in float32 or float64, in any order: relative rounding of 3,000 terms stays below 1e-5.
SUMS = Close(rtol=1e-4, atol=1e-5)


def _many(name: str, title: Text, width: str, term: str, exponent: str) -> Check:
    """The check of a prior of many weights: the same for both priors but for the formula."""
    return Check(
        id=name,
        title=title,
        points=1.5,
        rules={"*": SUMS},
        says={
            "shape *": Text("-log p(w) for weights of shape {}", "모양이 {}인 가중치의 -log p(w)"),
            "a tensor": Text("-log p(w) for a tensor", "텐서에 대한 -log p(w)"),
            "a variable": Text("-log p(w) for a keras.Variable", "keras.Variable에 대한 -log p(w)"),
            "3,000 weights": Text("-log p(w) for 3,000 weights", "가중치 3,000개의 -log p(w)"),
            "far out": Text(
                f"-log p(w) at w = (500, -900), {width} = 1", f"w = (500, -900), {width} = 1에서 -log p(w)"
            ),
        },
        advice={
            "shape *": Text(
                "One density is one number: every entry counts, the constant too.",
                "밀도 하나는 수 하나입니다. 상수까지 모든 원소마다 더해야 합니다.",
            ),
            "3,000 weights": Text(
                "A product of 3,000 densities is too small for a float. Where does the logarithm belong?",
                "밀도 3,000개의 곱은 부동소수점으로 나타낼 수 없이 작습니다. 로그는 어디에서 취해야 할까요?",
            ),
            "far out": Text(
                f"exp({exponent}) is 0 for every float. Can you do without exp?",
                f"exp({exponent})은 어떤 부동소수점에서도 0입니다. exp 없이 할 수 있나요?",
            ),
        },
        hints=(
            Text("How does the logarithm treat a product of densities?", "로그는 밀도의 곱을 어떻게 바꾸나요?"),
            Text(
                "Is everything inside the sum that each entry contributes, the constant included?",
                "상수를 포함해 원소마다 더해야 할 것이 모두 합 안에 있나요?",
            ),
            Text(
                f"Sum over all axes of ({term}): no density, no exp.",
                f"({term})의 값을 모든 축에 대해 더하세요. 밀도도 exp도 필요 없습니다.",
            ),
        ),
    )


CHECKS: list[Check] = [
    Check(
        id="gaussian_points",
        title=Text(
            "The Gaussian prior of one weight: w² / (2 sigma²), plus the constants",
            "가중치 하나의 정규 사전 분포: w² / (2 sigma²)에 상수를 더한 것",
        ),
        points=2,
        rules={"*": SUMS},
        says={"w = *, width *": Text("-log p(w) at w = {}, sigma = {}", "w = {}, sigma = {}에서 -log p(w)")},
        advice={
            "w = 0, *": Text(
                "At w = 0 only the constant is left: log(sigma) and half of log(2π).",
                "w = 0에서는 상수만 남습니다. log(sigma)와 log(2π)의 절반입니다.",
            ),
            "*": Text(
                "Is sigma squared, and is the 2 of the exponent there?", "sigma를 제곱했나요? 지수의 2가 있나요?"
            ),
        },
        hints=(
            Text(
                "What is the density of N(0, sigma²), and what do you get when you take minus its logarithm?",
                "N(0, sigma²)의 밀도는 무엇이고, 로그를 취해 부호를 바꾸면 무엇이 되나요?",
            ),
            Text(
                "Look at w = 0: what your function gives there must be the constant alone.",
                "w = 0을 보세요. 그곳에서 함수의 값은 상수뿐이어야 합니다.",
            ),
            Text(
                "Each entry adds w**2 / (2 * sigma**2) + log(sigma) + 0.5 * log(2 * pi).",
                "원소마다 w**2 / (2 * sigma**2) + log(sigma) + 0.5 * log(2 * pi)를 더합니다.",
            ),
        ),
    ),
    Check(
        id="laplace_points",
        title=Text(
            "The Laplace prior of one weight: |w| / scale, plus the constant",
            "가중치 하나의 라플라스 사전 분포: |w| / scale에 상수를 더한 것",
        ),
        points=2,
        rules={"*": SUMS},
        says={"w = *, width *": Text("-log p(w) at w = {}, scale = {}", "w = {}, scale = {}에서 -log p(w)")},
        advice={
            "w = 0, *": Text(
                "At w = 0 only the constant is left. The density is exp(-|w| / scale) divided by its integral over both sides.",
                "w = 0에서는 상수만 남습니다. 밀도는 exp(-|w| / scale)을 양쪽 전체의 적분으로 나눈 것입니다.",
            ),
            "w = -*": Text("Does your function see that w is negative? The prior should not.", "함수가 w의 부호에 따라 달라지나요? 사전 분포는 그렇지 않습니다."),
            "*": Text("Is it the absolute value, divided by scale once?", "절댓값을 scale로 한 번 나누었나요?"),
        },
        hints=(
            Text(
                "Which function of w has a corner at 0 and is symmetric?",
                "0에서 뾰족하고 좌우 대칭인 w의 함수는 무엇인가요?",
            ),
            Text(
                "The constant: integrate exp(-|w| / scale) from minus to plus infinity.",
                "상수: exp(-|w| / scale)을 음의 무한대에서 양의 무한대까지 적분하세요.",
            ),
            Text(
                "Each entry adds abs(w) / scale + log(2 * scale).", "원소마다 abs(w) / scale + log(2 * scale)을 더합니다."
            ),
        ),
    ),
    _many(
        "gaussian_many",
        Text(
            "The Gaussian prior is summed over all entries of w, of any shape and number",
            "정규 사전 분포는 모양과 개수에 상관없이 w의 모든 원소에 대해 더한다",
        ),
        width="sigma",
        term="w**2 / (2 * sigma**2) + log(sigma) + 0.5 * log(2 * pi)",
        exponent="-125000",
    ),
    _many(
        "laplace_many",
        Text(
            "The Laplace prior is summed over all entries of w, of any shape and number",
            "라플라스 사전 분포는 모양과 개수에 상관없이 w의 모든 원소에 대해 더한다",
        ),
        width="scale",
        term="abs(w) / scale + log(2 * scale)",
        exponent="-900",
    ),
    Check(
        id="strength_l2",
        title=Text(
            "l2_strength(sigma) is the λ whose penalty λΣw² pulls exactly as the Gaussian prior does",
            "l2_strength(sigma)는 벌점 λΣw²이 정규 사전 분포와 똑같은 힘으로 당기는 λ이다",
        ),
        points=1,
        says={
            "width *": Text("l2_strength at sigma = {}", "sigma = {}에서 l2_strength"),
            "drawn widths": Text("l2_strength at five other widths", "다른 다섯 폭에서의 l2_strength"),
        },
        advice={
            "*": Text(
                "The derivative of λw² is 2λw. What is the derivative of the Gaussian's -log p(w)?",
                "λw²의 도함수는 2λw입니다. 정규 분포의 -log p(w)를 미분하면 무엇이 되나요?",
            )
        },
        hints=(
            Text(
                "With which force does the prior pull a weight w towards 0?", "사전 분포는 가중치 w를 어떤 힘으로 0 쪽으로 당기나요?"
            ),
            Text(
                "Set 2λw equal to the derivative of w² / (2 sigma²).",
                "2λw를 w² / (2 sigma²)의 도함수와 같게 놓으세요.",
            ),
            Text("2λw = w / sigma², so λ = 1 / (2 sigma²).", "2λw = w / sigma²이므로 λ = 1 / (2 sigma²)입니다."),
        ),
    ),
    Check(
        id="strength_l1",
        title=Text(
            "l1_strength(scale) is the λ whose penalty λΣ|w| pulls exactly as the Laplace prior does",
            "l1_strength(scale)은 벌점 λΣ|w|가 라플라스 사전 분포와 똑같은 힘으로 당기는 λ이다",
        ),
        points=1,
        says={
            "width *": Text("l1_strength at scale = {}", "scale = {}에서 l1_strength"),
            "drawn widths": Text("l1_strength at five other widths", "다른 다섯 폭에서의 l1_strength"),
        },
        advice={
            "*": Text(
                "A wider prior knows less, so it should pull less.", "사전 분포가 넓을수록 아는 것이 적으므로 덜 당겨야 합니다."
            )
        },
        hints=(
            Text("Does the force of a Laplace prior depend on w?", "라플라스 사전 분포의 힘은 w에 따라 달라지나요?"),
            Text("Compare λ|w| with |w| / scale.", "λ|w|와 |w| / scale을 비교하세요."),
            Text("λ = 1 / scale.", "λ = 1 / scale입니다."),
        ),
    ),
    Check(
        id="bad_widths",
        title=Text(
            "A width that is zero or negative is a ValueError in all four functions",
            "폭이 0이거나 음수이면 네 함수 모두에서 ValueError이다",
        ),
        points=1,
        says={"*, width *": Text("{} with a width of {}", "폭이 {1}일 때 {0}")},
        advice={
            "*": Text(
                "Check the width first; zero is no width either.", "먼저 폭을 검사하세요. 0도 폭이 될 수 없습니다."
            )
        },
        hints=(
            Text("Is there a Gaussian with sigma = 0? With sigma = -1?", "sigma = 0인 정규 분포가 있나요? sigma = -1은요?"),
            Text("Look at the first line of each of the four functions.", "네 함수의 첫 줄을 보세요."),
            Text(
                "if sigma <= 0: raise ValueError(...); and the same for scale.",
                "if sigma <= 0: raise ValueError(...); scale도 마찬가지입니다.",
            ),
        ),
    ),
]
