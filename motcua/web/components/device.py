"""With what somebody came, in words that its owner recognises: enough for that, too little to follow anybody by."""

_BROWSERS = (
    ("coc_coc", "Cốc Cốc"), ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"),
    ("Zalo", "Zalo"), ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("Android", "điện thoại Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "máy tính Windows"),
    ("Macintosh", "máy tính Mac"), ("Linux", "máy tính Linux"),
)  # fmt: skip
UNKNOWN = "thiết bị không rõ"


def device_called(user_agent: str) -> str:
    """Browser and kind of machine."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    return f"{browser} trên {system}" if browser and system else browser or system or UNKNOWN
