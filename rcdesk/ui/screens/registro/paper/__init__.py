"""What Registro prints, and the signed sheets that are waited for."""
