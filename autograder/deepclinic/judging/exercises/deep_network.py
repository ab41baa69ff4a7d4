"""Checks of the capstone: 20 points.

Every entry is a fact that holds or does not hold, with a wide margin, so that chance decides nothing. The accuracy on
400 held-out digits: `benchmarks/deep_network_accuracy.py` prints how far the bound lies below what right solutions reach.
"""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.text import Text

IS_TRAINED = Text("Whether the weights of the model that was handed over have changed", "넘겨받은 모델의 가중치가 달라졌는지")
TRAIN_IT = Text("Call compile and fit on `model` itself.", "`model` 자체에 compile과 fit을 호출하세요.")


def _accuracy(name: str, bound: str, points: float, title: Text, needs: tuple[str, ...]) -> Check:
    """The check of the accuracy on held-out digits against one bound. It counts for a deep network only."""
    return Check(
        id=name,
        title=title,
        points=points,
        needs=needs,
        says={
            "at least *": Text(
                "Whether at least {} of 400 digits that it has never seen are classified rightly",
                "한 번도 보지 못한 숫자 400개 가운데 {} 이상을 맞히는지",
            )
        },
        advice={
            "*": Text(
                "Train on part of the digits and look at the accuracy on the rest. Does the training loss still fall at the "
                "end? Does it fall at all?",
                "숫자의 일부로 학습하고 나머지로 정확도를 재 보세요. 학습이 끝날 때도 학습 손실이 줄고 있나요? 줄기는 하나요?",
            )
        },
        hints=(
            Text(
                "Does the same network learn with 4 blocks instead of 14? Then depth is the trouble, else the training.",
                "블록을 14개가 아니라 4개만 쓰면 배우나요? 그렇다면 깊이가, 아니라면 학습 방법이 문제입니다.",
            ),
            Text(
                "Give each block a shortcut, and let its branch start small: then the network starts close to the identity.",
                "블록마다 지름길을 두고, 가지는 작게 시작하게 하세요. 그러면 신경망이 항등 함수에 가까운 상태에서 출발합니다.",
            ),
            Text(
                "x + dense2(relu(dense1(x))) with small initial weights in dense2 and no ReLU after the sum, SGD with a "
                f"learning rate of 0.02, batches of 32, 15 epochs: that is enough for {bound}.",
                "dense2의 초기 가중치를 작게 하고 더한 뒤에는 ReLU를 쓰지 않는 x + dense2(relu(dense1(x))), 학습률 0.02의 "
                f"SGD, 배치 32, 15에포크면 {bound}에 충분합니다.",
            ),
        ),
    )


CHECKS: list[Check] = [
    Check(
        id="builds",
        title=Text(
            "build_network gives a Keras model with one output for each class, for any image size and number of classes",
            "build_network는 이미지 크기와 클래스 수가 무엇이든 클래스마다 출력이 하나인 Keras 모델을 만든다",
        ),
        points=3,
        says={
            "is a model": Text("Whether it is a keras.Model", "keras.Model인지"),
            "digits, batch of *": Text(
                "Shape of the output for a batch of {} digits", "숫자 이미지 {}개짜리 배치에 대한 출력의 모양"
            ),
            "other images, batch of *": Text(
                "Shape of the output for a batch of {} other images", "다른 이미지 {}개짜리 배치에 대한 출력의 모양"
            ),
            "digits, finite": Text("Whether the output for digits is finite", "숫자 이미지에 대한 출력이 유한한지"),
            "other images, finite": Text(
                "Whether the output for other images is finite", "다른 이미지에 대한 출력이 유한한지"
            ),
        },
        advice={
            "digits, batch*": Text(
                "One image, one row: where do height and width go?", "이미지 하나에 한 줄입니다. 높이와 너비는 어디로 가나요?"
            ),
            "other images, batch*": Text(
                "Images of 6 × 10 pixels with 2 channels and 3 classes: are input_shape and num_classes used?",
                "6 × 10 픽셀, 채널 2개, 클래스 3개인 경우입니다. input_shape와 num_classes를 썼나요?",
            ),
        },
        hints=(
            Text("Which numbers in your network hold for the digits only?", "신경망의 수 가운데 이 숫자 데이터에만 맞는 것은 무엇인가요?"),
            Text(
                "The first layer takes input_shape, the last has num_classes units.",
                "첫 층은 input_shape를 받고, 마지막 층의 유닛은 num_classes개입니다.",
            ),
            Text(
                "keras.Input(input_shape), keras.layers.Flatten(), your blocks, keras.layers.Dense(num_classes).",
                "keras.Input(input_shape), keras.layers.Flatten(), 여러분의 블록, keras.layers.Dense(num_classes) 순서입니다.",
            ),
        ),
    ),
    Check(
        id="depth",
        title=Text("The network has at least 30 trained weight layers", "학습되는 가중치 층이 30개 이상이다"),
        points=3,
        says={
            "at least 30 weight layers": Text(
                "Whether there are at least 30 trained weights of rank 2 or more", "차원이 2 이상인 학습되는 가중치가 30개 이상인지"
            ),
            "at least 30 uses of weight layers": Text(
                "Whether there are at least 30 when a layer counts as often as it is used",
                "층을 쓸 때마다 한 번씩 세면 30개 이상인지",
            ),
        },
        advice={
            "*": Text(
                "sum(len(w.shape) > 1 for w in model.trainable_weights) should be 30 or more. Shared weights count once, "
                "frozen ones not at all.",
                "sum(len(w.shape) > 1 for w in model.trainable_weights)가 30 이상이어야 합니다. 공유하는 가중치는 한 번만 세고 "
                "동결한 가중치는 세지 않습니다.",
            )
        },
        hints=(
            Text("How many kernels has one of your blocks?", "블록 하나에 커널이 몇 개 있나요?"),
            Text(
                "A new block each time: one that is called again brings no new weights.",
                "매번 새 블록을 만드세요. 같은 블록을 다시 호출하면 새 가중치가 생기지 않습니다.",
            ),
            Text("for _ in range(14): x = ResidualBlock()(x)", "for _ in range(14): x = ResidualBlock()(x)"),
        ),
    ),
    Check(
        id="own_layers",
        title=Text("Layers of your own are at work in the network", "여러분이 만든 층이 신경망에서 실제로 쓰인다"),
        points=2,
        says={
            "layers of your own": Text(
                "Whether a layer of a class that you wrote is part of the model", "여러분이 작성한 클래스의 층이 모델에 들어 있는지"
            )
        },
        advice={
            "*": Text(
                "Dense layers and convolutions may be Keras's. Blocks, activations and normalizations are yours by now.",
                "완전 연결 층과 합성곱은 Keras의 것을 써도 됩니다. 블록, 활성화 함수, 정규화는 이제 여러분 것입니다.",
            )
        },
        hints=(
            Text("Which layers have you built in this course?", "이 과정에서 어떤 층을 만들었나요?"),
            Text(
                "Copy your classes into this module and use them in build_network.",
                "여러분의 클래스를 이 모듈에 옮겨 와 build_network에서 쓰세요.",
            ),
            Text(
                "class ResidualBlock(keras.layers.Layer), with two dense layers and x added to their output.",
                "class ResidualBlock(keras.layers.Layer): 완전 연결 층 두 개를 지나고 그 출력에 x를 더합니다.",
            ),
        ),
    ),
    Check(
        id="validation_data",
        title=Text("The model is trained, but never on the validation data", "모델을 학습하되 검증 데이터로는 학습하지 않는다"),
        points=2,
        says={
            "the model itself is trained": IS_TRAINED,
            "learnt from the validation data": Text(
                "Whether it knows a class that only the validation data holds", "검증 데이터에만 있는 클래스를 아는지"
            )
        },
        advice={
            "the model itself*": TRAIN_IT,
            "*": Text("Validation data is for watching, not for fitting.", "검증 데이터는 지켜보는 데 쓰지, 맞추는 데 쓰지 않습니다."),
        },
        hints=(
            Text("What would validation data be good for, if it had been trained on?", "검증 데이터로 학습했다면 그것을 어디에 쓸 수 있을까요?"),
            Text("Look at what fit gets as its first two arguments.", "fit의 첫 두 인자를 보세요."),
            Text("model.fit(*train_data, validation_data=validation_data, …)", "model.fit(*train_data, validation_data=validation_data, …)"),
        ),
    ),
    Check(
        id="seed",
        title=Text("The same seed, model and data give the same trained network", "시드, 모델, 데이터가 같으면 같은 신경망이 나온다"),
        points=1,
        says={
            "the model itself is trained": IS_TRAINED,
            "the same seed gives the same network": Text(
                "Whether two trainings with the same seed give the same predictions", "같은 시드로 두 번 학습하면 예측이 같은지"
            )
        },
        advice={
            "the model itself*": TRAIN_IT,
            "*": Text(
                "fit shuffles the examples, by random numbers that all of Keras shares. What sets where they start?",
                "fit은 Keras 전체가 함께 쓰는 난수로 예제를 섞습니다. 그 난수의 시작은 무엇이 정하나요?",
            )
        },
        hints=(
            Text("What in your training is random?", "학습에서 무작위인 것은 무엇인가요?"),
            Text("Set the random state at the beginning of train.", "train의 첫머리에서 난수 상태를 정하세요."),
            Text("keras.utils.set_random_seed(seed)", "keras.utils.set_random_seed(seed)"),
        ),
    ),
    Check(
        id="trains",
        title=Text(
            "train trains the very model that it is given, within the time, and it tells images apart",
            "train은 넘겨받은 바로 그 모델을 제한 시간 안에 학습하며, 모델은 이미지를 구별한다",
        ),
        points=2,
        says={
            "the model itself is trained": IS_TRAINED,
            "predictions are finite": Text("Whether its predictions are finite", "예측이 유한한지"),
            "different images get different predictions": Text(
                "Whether its predictions differ between images", "이미지마다 예측이 다른지"
            ),
        },
        advice={
            "the model itself*": TRAIN_IT,
            "different images*": Text(
                "The image does not get through the layers. What have you learnt about vanishing signals?",
                "이미지가 층을 지나지 못합니다. 신호가 사라지는 문제에 대해 무엇을 배웠나요?",
            ),
        },
        hints=(
            Text("What has changed in the model after train?", "train이 끝나면 모델의 무엇이 달라지나요?"),
            Text("train changes its argument; what it returns is not looked at.", "train은 인자를 바꿉니다. 돌려주는 값은 보지 않습니다."),
            Text("model.compile(optimizer, loss); model.fit(*train_data, …)", "model.compile(optimizer, loss); model.fit(*train_data, …)"),
        ),
    ),
    _accuracy(
        "learns", "70%", 3,
        Text("The deep network learns: 70% of unseen digits are right", "깊은 신경망이 배운다: 처음 보는 숫자의 70%를 맞힌다"),
        ("depth",),
    ),  # fmt: skip
    _accuracy(
        "held_out_accuracy", "85%", 4,
        Text("The deep network does well: 85% of unseen digits are right", "깊은 신경망이 잘한다: 처음 보는 숫자의 85%를 맞힌다"),
        ("depth",),
    ),  # fmt: skip
]
