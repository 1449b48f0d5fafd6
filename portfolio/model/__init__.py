"""What flows between the stages: frozen dataclasses and enums, standard library only."""
