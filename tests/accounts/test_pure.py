from accounts.digests import code_digest, is_code, line_digest, new_code


def test_a_name_makes_the_same_mark_in_any_order_case_and_accents():
    assert line_digest("Obi, Ada", "B30 2AA") == line_digest("ada OBÍ", "b302aa")


def test_another_postcode_or_reference_makes_another_mark():
    marks = {
        line_digest("Ada Obi", "B30 2AA"),
        line_digest("Ada Obi", "B30 2AB"),
        line_digest("Ada Obi", "B30 2AA", "7"),
    }

    assert len(marks) == 3


def test_a_code_is_known_however_it_is_typed_and_only_for_its_person():
    code = new_code()
    digest = code_digest(7, code)

    assert is_code(digest, 7, f" {code.lower().replace('-', ' ')} ")
    assert not is_code(digest, 8, code)
    assert not is_code("", 7, code)


def test_codes_have_no_letters_that_can_be_misread():
    drawn = "".join(new_code() for _ in range(200))

    assert not set(drawn) & set("0O1ILS5")
