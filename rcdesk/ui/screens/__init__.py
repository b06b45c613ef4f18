"""One module per screen; none knows another: `rcdesk/ui/places.py` names them."""
