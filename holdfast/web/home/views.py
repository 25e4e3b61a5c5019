from django.shortcuts import render

from holdfast.web.page import Page


def home(request):
    return render(request, "home/home.html", {"page": Page("My work", "home")})
