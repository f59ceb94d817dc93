"""A code as a picture that a telephone reads."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


def picture_of(text: str, words: str) -> SafeString:
    """A QR code (ISO/IEC 18004) as SVG, on white in every colour scheme; `words` say to those who do not see it what it is."""
    import qrcode  # noqa: PLC0415 -- drawn for those who registered, and nobody else
    from qrcode.image.svg import SvgPathImage  # noqa: PLC0415 -- as above

    code = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_M, image_factory=SvgPathImage)
    code.add_data(text)
    code.make()
    drawn = code.make_image().to_string(encoding="unicode")
    return format_html('<figure class="qr" role="img" aria-label="{}">{}</figure>', words, mark_safe(drawn))
