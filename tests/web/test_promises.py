"""What holds for every answer: nothing kept, nothing from elsewhere, no device, and a session that ends."""

from __future__ import annotations

import re

from django.test import Client
from django.urls import reverse

from holdfast.casework.access.roles import Role
from holdfast.web import middleware


def test_a_page_is_not_kept_by_the_browser(as_role):
    response = as_role(Role.IRO).get("/")

    assert response.headers["Cache-Control"] == "no-store, private"


def test_nothing_inline_and_nothing_from_another_host_is_allowed(as_role):
    policy = as_role(Role.IRO).get("/").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert set(re.findall(r"'[^']+'", policy)) == {"'none'", "'self'"}
    assert not re.search(r"https?:|\*|data:", policy)


def test_a_page_has_no_style_and_no_script_of_its_own(as_role, world):
    client = as_role(Role.IRO_MANAGER)
    for address in ("/", reverse("children"), reverse("child", args=[world.alice.public_id])):
        body = client.get(address).content.decode()

        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*src=)|javascript:", body), address


def test_devices_and_the_address_one_came_from_are_kept_back(client, db):
    response = client.get(reverse("sign_in"))

    assert "camera=()" in response.headers["Permissions-Policy"]
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_session_ends_after_half_an_hour_without_a_page(as_role, monkeypatch, settings):
    client = as_role(Role.IRO)
    assert client.get("/").status_code == 200
    later = middleware.time.time() + settings.SESSION_IDLE_SECONDS + 5
    monkeypatch.setattr(middleware.time, "time", lambda: later)

    response = client.get(reverse("children") + "?sort=name", follow=True)

    assert response.redirect_chain[0][0] == f"{reverse('sign_in')}?next=/children%3Fsort%3Dname"
    assert "no page was opened for 30 minutes" in response.content.decode()


def test_a_session_goes_on_while_pages_are_opened(as_role, monkeypatch, settings):
    client = as_role(Role.IRO)
    client.get("/")
    now = middleware.time.time()
    for minutes in (20, 40, 60):
        moment = now + minutes * 60
        monkeypatch.setattr(middleware.time, "time", lambda moment=moment: moment)

        assert client.get("/").status_code == 200


def test_a_session_ends_ten_hours_after_signing_in_however_busy_it_is(as_role, monkeypatch):
    client = as_role(Role.IRO)
    began = middleware.time.time()
    statuses = []
    for minutes in range(0, 640, 20):
        moment = began + minutes * 60
        monkeypatch.setattr(middleware.time, "time", lambda moment=moment: moment)
        statuses.append(client.get("/").status_code)

    assert statuses == [200] * 31 + [302]
    assert "you signed in 10 hours ago" in client.get(reverse("sign_in")).content.decode()


def test_an_address_with_a_nul_in_it_is_refused_in_words(as_role):
    client = as_role(Role.IRO)

    answers = [client.get(address) for address in (reverse("children") + "?sort=%00", "/child/%00")]

    assert [answer.status_code for answer in answers] == [400, 400]
    assert "could not read what was sent" in answers[0].content.decode()


def test_a_wrong_address_is_answered_in_words(as_role):
    response = as_role(Role.IRO).get("/no/such/page")

    assert response.status_code == 404
    assert "There is nothing at this address" in response.content.decode()


def test_a_form_from_another_session_is_answered_in_words(db):
    strict = Client(enforce_csrf_checks=True)

    response = strict.post(reverse("sign_in"), {"username": "x", "password": "y"})

    assert response.status_code == 403
    assert "This form can no longer be sent" in response.content.decode()


def test_a_fault_of_ours_is_answered_in_words(world, monkeypatch):
    monkeypatch.setitem(
        __import__("holdfast.web.home.views", fromlist=["DESKS"]).DESKS,
        Role.BOARD_READER,
        ("home/board_desk.html", None),
    )
    client = Client(raise_request_exception=False)
    client.force_login(world.users[Role.BOARD_READER])

    response = client.get("/")

    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()


def test_a_name_the_service_does_not_answer_to_is_refused_in_words(client, db):
    response = client.get(reverse("sign_in"), headers={"host": "elsewhere.example"})

    assert response.status_code == 400
    assert "could not read what was sent" in response.content.decode()
