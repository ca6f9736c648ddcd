"""Reads the command line, carries out the command, and says in one sentence what went wrong."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "run": "chạy tất cả: cơ sở dữ liệu, trang web và các việc theo lịch",
    "training": "bản tập huấn: đặt lại như mới",
    "demo": "nạp tỉnh mẫu vào một cơ sở dữ liệu mới",
    "scanner": "nhận tệp máy quét để trong thư mục của từng quầy",
    "import": "nhập thủ tục hoặc quy trình từ tệp",
    "verify": "kiểm tra chuỗi dấu của nhật ký",
    "check": "kiểm tra những điều luôn phải đúng",
    "documents": "viết lại các tài liệu tự sinh trong docs/generated",
    "database": "chạy một lệnh khác với cơ sở dữ liệu đang bật",
}
MODULES = {"import": "imports"}  # a module can not be called as the word of the language
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main(arguments: Sequence[str] | None = None) -> int:
    """The whole program; its number is what the shell gets: 0 done, 1 not done."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", line_buffering=True)  # type: ignore[union-attr]
    for number in ENDING:
        signal.signal(number, _interrupt)
    try:
        arguments = sys.argv[1:] if arguments is None else arguments
        options = _parser(arguments).parse_args(arguments)
        return options.carry_out(options)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("DEBUG") == "1" or not (sentence := _sentence(error)):
            raise
        print(sentence, file=sys.stderr)
        return 1


def _interrupt(number: int, frame: object) -> None:
    """Leave in good order, once: what was started is stopped on the way out, and is not disturbed in that."""
    for each in ENDING:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Only the module of the command that is asked for is loaded."""
    parser = argparse.ArgumentParser(prog="motcua", description="Một Cửa: hệ thống một cửa điện tử của Trung tâm.")
    commands = parser.add_subparsers(metavar="LỆNH", required=True)
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose)
        if name in arguments[:1]:
            module = import_module(f"motcua.cli.{MODULES.get(name, name)}")
            command.description = module.__doc__
            module.add_arguments(command)
            command.set_defaults(carry_out=module.carry_out)
    return parser


def _sentence(error: Exception) -> str:
    """What to tell whoever started the program, for the errors that are not a fault in it; else nothing."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if isinstance(error, ImportError) and not (error.name or "").startswith("motcua"):
        return f"Thiếu thư viện «{error.name or error}»: hãy chạy make run để cài đủ, rồi dùng .venv/bin/python."
    if isinstance(error, PermissionError):
        return f"Không có quyền dùng {error.filename}."
    if isinstance(error, FileNotFoundError):
        return f"Không có tệp {error.filename}."
    if isinstance(error, OSError):
        return f"Máy báo lỗi: {error.strerror or error}."
    if "OperationalError" in kinds:
        return f"Không dùng được cơ sở dữ liệu: {str(error).strip().splitlines()[0]}"
    if type(error.__cause__).__name__ == "UndefinedTable":
        return "Cơ sở dữ liệu chưa được chuẩn bị: hãy chạy motcua run hoặc motcua demo trước."
    return str(error) if kinds & {"CannotStart", "Refused"} else ""
