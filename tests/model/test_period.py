from datetime import date

from readiness.pack import TODAY, asking

from portfolio.model.period import period_from, period_until, years_before


def test_the_label_period_is_two_years_before_the_round_opens():
    assert period_from(asking(), TODAY) == date(2025, 2, 11)
    assert period_from(None, TODAY) == date(2024, 11, 20)
    assert years_before(date(2028, 2, 29), 2) == date(2026, 2, 28)


def test_it_ends_with_the_round_if_this_has_days():
    assert period_until(asking()) == date(2027, 2, 11)
    assert period_until(None) is None
