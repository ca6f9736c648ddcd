"""What is typed when a list is signed."""

from motcua.web.components.fields import Form, LongTextField


class SignForm(Form):
    """Why dossiers go out later than they should, when they do."""

    explanation = LongTextField(label="Giải trình nếu chuyển muộn", required=False, max_length=2000)
