from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    dependencies = [
        ("post", "0001_tables"),
    ]

    operations = [
        migrations.AlterField(
            model_name="consignment",
            name="state",
            field=models.CharField(
                choices=[
                    ("ordered", "Chờ giao bưu chính"),
                    ("with_post", "Bưu chính đang chuyển"),
                    ("held_up", "Chưa gặp được người ở nhà"),
                    ("coming_back", "Đang chuyển hoàn"),
                    ("handed_out", "Bưu chính đã phát, chờ báo phát"),
                    ("arrived", "Đã về nơi tiếp nhận, chờ mở"),
                    ("delivered", "Đã phát, có báo phát"),
                    ("opened", "Đã mở, đối chiếu"),
                    ("came_back", "Đã chuyển hoàn về nơi gửi"),
                    ("missing", "Đang tra tìm"),
                    ("lost", "Đã mất"),
                    ("cancelled", "Đã hủy"),
                ],
                default="ordered",
                max_length=12,
                verbose_name="trạng thái",
            ),
        ),
        migrations.AlterField(
            model_name="movement",
            name="said",
            field=models.CharField(
                choices=[
                    ("taken", "Bưu chính đã nhận"),
                    ("moved", "Đang vận chuyển"),
                    ("not_reached", "Không gặp được người ở nhà"),
                    ("sent_back", "Đang chuyển hoàn"),
                    ("handed_out", "Đã phát"),
                    ("not_found", "Không tìm thấy bưu gửi"),
                ],
                max_length=12,
                verbose_name="báo",
            ),
        ),
    ]
