from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wasit_journal", "0001_initial")]
    operations = [
        migrations.AlterField("entryrow", "author", models.CharField(max_length=64)),
    ]
