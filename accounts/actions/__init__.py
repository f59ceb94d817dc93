"""The only room that writes about people."""

from accounts.actions.bars import admit_user, bar_user
from accounts.actions.erasing import erase_person
from accounts.actions.exports import ask_export, build_export
from accounts.actions.keys import make_key, take_back_key
from accounts.actions.merging import merge_persons
from accounts.actions.people import (
    confirm_email,
    create_person,
    edit_profile,
    give_back_name,
    register_user,
    welcome,
    withhold_name,
)
from accounts.actions.registers import Outcome, Upload, upload_register, verify_against_register
from accounts.actions.residence import Printed, ask_letter, enter_code, give_postcode, print_letters
from accounts.actions.retention import carry_out_retention, report_retention
from accounts.actions.roles import end_role, grant_role
from accounts.actions.standing import check_standing, declare_standing, end_standing
from accounts.actions.terms import accept_terms, publish_terms

__all__ = [
    "Outcome",
    "Printed",
    "Upload",
    "accept_terms",
    "admit_user",
    "ask_export",
    "ask_letter",
    "bar_user",
    "build_export",
    "carry_out_retention",
    "check_standing",
    "confirm_email",
    "create_person",
    "declare_standing",
    "edit_profile",
    "end_role",
    "end_standing",
    "enter_code",
    "erase_person",
    "give_back_name",
    "give_postcode",
    "grant_role",
    "make_key",
    "merge_persons",
    "print_letters",
    "publish_terms",
    "register_user",
    "report_retention",
    "take_back_key",
    "upload_register",
    "verify_against_register",
    "welcome",
    "withhold_name",
]
