"""What may be shown to the public: small counts hidden, with whatever would give them away.

``relations`` declares what holds between printed numbers; ``system`` reads figures into it; ``guard`` chooses what is
hidden and keeps the proof (``certificate``); ``protection.protect`` is the way in.
"""
