"""Words that few claims have are known to be rare."""

from django.db import migrations

# By default PostgreSQL notes the thousand commonest words, and takes all others to be as common as the last of these:
# of a million claims 2,000 would have each. It would then look for a word that twenty have from the newest claim on,
# through all of them. Of ten thousand words it notes enough to tell. Counts from the next ANALYZE on.
FEW_WORDS = "ALTER TABLE claims_claimsearch ALTER vector SET STATISTICS -1"
MORE_WORDS = "ALTER TABLE claims_claimsearch ALTER vector SET STATISTICS 1000"


class Migration(migrations.Migration):
    dependencies = [("claims", "0012_dismissals")]
    operations = [migrations.RunSQL(MORE_WORDS, FEW_WORDS)]
