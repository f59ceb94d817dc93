"""What the two tables held was copied by the migration before this one."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("forums", "0030_numbers_in_one_table")]
    operations = [migrations.DeleteModel(name="ProtectionRule"), migrations.DeleteModel(name="TalkRule")]
