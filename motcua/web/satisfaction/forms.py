"""A ballot as it is filled in: the level must be chosen, everything else may stay empty."""

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.domain.satisfaction.giving import LONGEST, Marked
from motcua.web.components.fields import Form, LongTextField

from .words import LEVELS, REASONS


class BallotForm(Form):
    """How it was."""

    level = forms.TypedChoiceField(label=_("Bạn thấy thế nào?"), choices=LEVELS, coerce=int, widget=forms.RadioSelect)
    reasons = forms.MultipleChoiceField(
        label=_("Vì điều gì?"), choices=REASONS, widget=forms.CheckboxSelectMultiple, required=False
    )
    words = LongTextField(label=_("Bạn muốn nói thêm gì?"), max_length=LONGEST, required=False)

    @property
    def marked(self) -> Marked:
        """As the act takes it."""
        return Marked(**self.cleaned_data)
