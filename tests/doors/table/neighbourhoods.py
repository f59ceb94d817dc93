"""What is known of a place."""

from tests.doors.table.door import SIGNED_IN, STEWARDS, acts, one, opens

KEEPERS = STEWARDS | {"facilitator"}

NEIGHBOURHOODS = {
    **opens("neighbourhoods:directory neighbourhoods:directory_csv"),
    **opens("neighbourhoods:new_asset", KEEPERS | {"other facilitator"}, place="local_place"),
    **opens("neighbourhoods:asset", args=one("asset.pk"), place="local_place"),
    **opens("neighbourhoods:edit_asset", KEEPERS, args=one("asset.pk"), place="local_place"),
    **acts(
        "neighbourhoods:check_asset neighbourhoods:close_asset", SIGNED_IN, args=one("asset.pk"), place="local_place"
    ),
    **opens("neighbourhoods:report_asset", SIGNED_IN, args=one("asset.pk"), place="local_place"),
    **opens("neighbourhoods:presence neighbourhoods:presence_csv"),
    **opens("neighbourhoods:ward_presence", args=one("asset.ward.slug")),
    **opens("neighbourhoods:new_presence", STEWARDS, args=one("asset.ward.slug")),
    **opens("neighbourhoods:end_presence", STEWARDS, args=one("community_post.pk")),
    **opens("neighbourhoods:story neighbourhoods:story_versions", args=one("asset.ward.slug")),
    **opens("neighbourhoods:edit_story", KEEPERS, args=one("asset.ward.slug"), place="local_place"),
    **opens("api:directory api:presence"),
    **opens("api:directory-entry", args=one("asset.pk")),
    **opens("api:story", args=one("asset.ward.slug")),
    **acts("api:directory-new", SIGNED_IN, place="local_place"),
    **acts(
        "api:directory-edit api:directory-check api:directory-close api:directory-report",
        SIGNED_IN,
        args=one("asset.pk"),
        place="local_place",
    ),
    **acts("api:presence-new", SIGNED_IN, args=one("asset.ward.slug")),
    **acts("api:presence-end", SIGNED_IN, args=one("community_post.pk")),
    **acts("api:story-edit", SIGNED_IN, args=one("asset.ward.slug"), place="local_place"),
}
