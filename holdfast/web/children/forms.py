from django import forms


class SearchForm(forms.Form):
    words = forms.CharField(
        label="Find a child",
        help_text="Name, also if you are not sure how it is spelt, or number",
        max_length=100,
        error_messages={"required": "Type a name or a number to look for"},
        widget=forms.TextInput(attrs={"data-search-field": "", "autocomplete": "off", "spellcheck": "false"}),
    )
