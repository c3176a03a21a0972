"""What happened to the deals of 2025: dates, how each ended, and where that is written."""

from dataclasses import dataclass
from datetime import date

from dealbuilder.model.text import Text

MONTH_DAYS = 30.4375
"""Days in a month, as the engine counts them."""


@dataclass(frozen=True, slots=True)
class Struck:
    """One shipped deal and its fate.

    `begun` and `ended` are dates; of a deal still `alive`, `ended` is the last date on which that is known. Deals with
    the same `event` ended together, so they are one observation. `is_deal` False: acts that broke a deal, kept out of
    the comparison of lives.
    """

    id: str
    begun: date
    ended: date
    event: str
    fate: Text
    sources: tuple[str, ...]
    alive: bool = False
    is_deal: bool = True

    @property
    def life(self) -> float:
        """Return how long it held, or has held so far, in months."""
        return (self.ended - self.begun).days / MONTH_DAYS


STRUCK: tuple[Struck, ...] = (
    Struck(
        "geneva",
        date(2025, 5, 12),
        date(2025, 5, 28),
        "letters",
        Text(
            en="US guidance on Ascend chips came a day later; by 28 May letters had barred design software, ethane "
            "and engines, and each side charged the other with breach",
            zh="次日美方发布昇腾芯片指引；至5月28日，美方信函已限制设计软件、乙烷和发动机，双方互指违约",
        ),
        ("re_geneva", "us_postgeneva_list"),
    ),
    Struck(
        "london",
        date(2025, 6, 24),
        date(2025, 9, 29),
        "october",
        Text(
            en="the US steps were taken within about nine days of the framework; the 50 % affiliates rule of "
            "29 September began the rupture",
            zh="美方在框架达成后约九天内落实；9月29日的50%关联企业规则引发破裂",
        ),
        ("re_london", "us_reg_affiliates"),
    ),
    Struck(
        "london_h20",
        date(2025, 7, 15),
        date(2025, 9, 29),
        "october",
        Text(
            en="licences came in August, Chinese buyers were told to stay away, high-bandwidth memory was not eased; "
            "the rupture of the autumn ended it with the rest",
            zh="8月发放许可，中方要求买家回避，高带宽存储器未获放宽；秋季破裂时一并终止",
        ),
        ("us_h20_licence_deal", "us_h20_q3fy26", "us_reg_affiliates"),
    ),
    Struck(
        "stockholm",
        date(2025, 8, 12),
        date(2025, 9, 29),
        "october",
        Text(
            en="new controls were held back until the affiliates rule of 29 September, six weeks before its expiry",
            zh="新管制暂缓至9月29日关联企业规则出台，距其到期尚有六周",
        ),
        ("re_stockholm", "us_reg_affiliates"),
    ),
    Struck(
        "busan",
        date(2025, 10, 30),
        date(2026, 9, 24),
        "alive",
        Text(
            en="it was still in force when it was extended on 24 September 2026, by two months only, to January 2027",
            zh="2026年9月24日延期时仍有效，但仅延长两个月至2027年1月10日",
        ),
        ("re_busan", "re_truce_jan"),
        alive=True,
    ),
    Struck(
        "october_rupture",
        date(2025, 9, 29),
        date(2025, 10, 10),
        "october",
        Text(
            en="eleven days led from the affiliates rule over the Chinese controls of 9 October to the threat of a "
            "100 % tariff; Busan mended it on 30 October",
            zh="从关联企业规则到10月9日中方管制，再到100%关税威胁，仅隔十一天；10月30日釜山安排予以修复",
        ),
        ("us_reg_affiliates", "us_oct25_controls", "re_rupture_tariff", "re_busan"),
        is_deal=False,
    ),
)
"""Oldest first, the rupture last."""
