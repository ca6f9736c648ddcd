import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="posting",
            name="roles",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
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
                        ("admin", "Quản trị hệ thống"),
                    ],
                    max_length=20,
                ),
                size=None,
                verbose_name="vai trò",
            ),
        ),
    ]
