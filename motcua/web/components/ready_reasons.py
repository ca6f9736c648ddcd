"""What is most often wrong with a paper: offered wherever an official says what has to be mended."""

READY_REASONS = (
    "Chưa có chữ ký",
    "Chưa đóng dấu",
    "Chưa ghi đủ thông tin",
    "Chưa đúng mẫu hiện hành",
    "Bản sao chưa chứng thực",
    "Hết thời hạn sử dụng",
    "Thông tin không khớp giữa các giấy tờ",
    "Mờ, rách, không đọc được",
)
