"""The quality index: when it was computed and made public."""

from .writing import Sentence, says

SENTENCES: dict[str, Sentence] = {
    "compute_quality": says("Tính chỉ số chất lượng", (" {}", "quarter"), (", lần {}", "version"), (": {}", "reason")),
    "publish_quality": says("Công khai chỉ số chất lượng", (" {}", "quarter"), (", lần {}", "version")),
}
