from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("procedures", "0003_posted_sets"),
    ]

    operations = [
        migrations.AlterField(
            model_name="step",
            name="role",
            field=models.CharField(
                choices=[
                    ("receive", "Tiếp nhận hồ sơ"),
                    ("assign", "Phân công xử lý"),
                    ("appraise", "Thẩm định hồ sơ"),
                    ("approve", "Phê duyệt hồ sơ"),
                    ("clerk", "Văn thư, đóng dấu"),
                    ("return", "Trả kết quả"),
                    ("seal_keeper", "Người giữ dấu"),
                    ("head", "Thủ trưởng cơ quan"),
                    ("watch", "Theo dõi, giám sát"),
                    ("procedures", "Kiểm soát thủ tục hành chính"),
                    ("cashier", "Thu phí, lệ phí"),
                    ("accountant", "Kế toán"),
                    ("admin", "Quản trị hệ thống"),
                ],
                max_length=20,
                verbose_name="vai trò",
            ),
        ),
    ]
