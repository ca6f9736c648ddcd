"""Vietnamese text as it is stored, searched and put in order."""

import re
import unicodedata

# Đ has no decomposition in Unicode; Ð (eth) and Ɖ look the same on paper and are typed for it.
_STROKED_D = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ɖ": "d", "Ɖ": "D"})
_UNSEEN = {"Cc", "Cf", "Cs"}  # control, format (bidirectional, zero-width), lone halves of a surrogate pair
_LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029]")


class NotValid(ValueError):
    """What was written can not be what it should be; the sentence says why and is shown as it is."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def clean(text: str) -> str:
    """One line as it is stored: composed letters, nothing that can not be seen, single blanks."""
    return " ".join(unicodedata.normalize("NFC", _without_unseen(text)).split())


def clean_lines(text: str) -> str:
    """Several lines as they are stored: each line clean, one empty line at most between paragraphs."""
    if text.isprintable():  # then it is one line
        return clean(text)
    lines = "\n".join(clean(line) for line in _LINE_END.sub("\n", text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def in_a_sentence(words: str) -> str:
    """Words that stand by themselves as a label, as they stand inside a sentence: the first letter small."""
    return words[:1].lower() + words[1:]


def masked(name: str) -> str:
    """A name of which only its bearer knows enough: the first letters, and the last word whole ("N*** V*** An")."""
    *before, last = clean(name).split(" ")
    return " ".join([*(f"{word[:1]}***" for word in before), last if before else f"{last[:1]}***"])


def fold(text: str) -> str:
    """What search columns hold and search words become: small letters without marks, đ as d, single blanks.

    "HOÀ Bình", "Hòa bình" and "hoa  binh" fold to the same, whatever keyboard wrote them.
    """
    plain = _without_marks(_without_unseen(text).lower().translate(_STROKED_D))
    return " ".join(_without_marks(plain.lower()).split())


def for_address(text: str, most: int = 80) -> str:
    """The words as they can stand in an address: "Đăng ký khai sinh" is dang-ky-khai-sinh; whole words only."""
    words, length = [], 0
    for word in re.findall(r"[a-z0-9]+", fold(text)):
        length += len(word) + 1
        if length > most + 1:
            break
        words.append(word)
    return "-".join(words) or "thu-tuc"


def unaccented(text: str) -> str:
    """The same words as a telephone without Vietnamese letters shows them: no marks, đ as d, capitals kept."""
    return _without_marks(clean(text).translate(_STROKED_D))


def sort_key(text: str) -> str:
    """A plain string that puts texts in the order of a Vietnamese dictionary when compared byte by byte.

    First the letters (a ă â b c d đ e ê …), then the tones (ngang huyền hỏi ngã sắc nặng), small letters
    before capitals. Punctuation counts as a blank, and where in its syllable a tone is put does not count.
    """
    words = _words(text)
    return " ".join((*_letters_and_tones(words), _capitals(words)))


def name_sort_key(full_name: str) -> str:
    """The key of a list of persons: by given name (the last word), then family name and middle names."""
    words = _words(full_name)
    given, before = words[-1:], words[:-1]
    return " ".join((*_letters_and_tones(given), *_letters_and_tones(before), _capitals(words)))


def _without_unseen(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter) not in _UNSEEN)


def _without_marks(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter) != "Mn")


# A letter that follows another in the alphabet only by its mark is written as the plain letter and a sign that
# stands behind "z": "ăn" is "a{n", which comes after every "a…". Between words a full stop, between the parts
# of a key a blank: both stand before all letters, so that the shorter one comes first.
_BLANK = "."
_MARKED = {"ă": "a{", "â": "a|", "đ": "d{", "ê": "e{", "ô": "o{", "ơ": "o|", "ư": "u{"}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_NOT_A_LETTER = re.compile(r"[\W_]+")


def _words(text: str) -> list[str]:
    return _NOT_A_LETTER.sub(" ", clean(text).replace("Ð", "Đ").replace("ð", "đ")).split()


def _letters_and_tones(words: list[str]) -> tuple[str, str]:
    pairs = [_letters_and_tone(word) for word in words]
    return _BLANK.join(letters for letters, _ in pairs), "".join(tone for _, tone in pairs).rstrip("0")


def _letters_and_tone(word: str) -> tuple[str, str]:
    tone, toneless = "0", []
    for sign in unicodedata.normalize("NFD", word.lower()):
        if sign in _TONES:
            tone = _TONES[sign]
        else:
            toneless.append(sign)
    letters = unicodedata.normalize("NFC", "".join(toneless))
    return "".join(_in_order(letter) for letter in letters), tone


def _in_order(letter: str) -> str:
    return letter if letter.isascii() else _MARKED.get(letter) or fold(letter) or letter


def _capitals(words: list[str]) -> str:
    return "".join("2" if word.isupper() and len(word) > 1 else "1" if word[0].isupper() else "0" for word in words)
