"""Moves of a tale: the things that people tell of, one after the other, each with the demands that follow from it.

A move says something in a `Tale` and shows it there. Most are made by a function that is given what differs from story to
story: the headings people use, where the names of things come from. The stories themselves are in `kinds/stories`.
"""

from htmlbuilder.corpus.moves.lives import (
    credits,
    free_from,
    listing,
    papers,
    plan,
    referees,
    skills,
    stations,
    talks,
    tiers,
    tongues,
)
from htmlbuilder.corpus.moves.pages import (
    awaits,
    bar,
    benefits,
    blank_logos,
    clicks,
    codes,
    command,
    contents,
    figures,
    goes,
    link,
    links,
    logos,
    marked,
    night,
    options,
    picture,
    pressed_shows,
    promised,
    semantic,
    sheets,
    steps,
    table,
)
from htmlbuilder.corpus.moves.places import (
    address,
    data,
    goods,
    groups,
    hours,
    menu,
    posts,
    reduced,
    review,
    sheet,
    sizes,
    top,
    vouched,
)
from htmlbuilder.corpus.moves.readers import (
    answers,
    author,
    brand_of,
    dated,
    few_words,
    invented,
    news,
    points,
    ring,
    sorted_answers,
    subheads,
    ticks,
    twice,
    unsubscribe,
    unwanted,
)
from htmlbuilder.corpus.moves.rows import Move

__all__ = ["Move", "address", "answers", "author", "awaits", "bar", "benefits", "blank_logos", "brand_of", "clicks", "codes", "command", "contents", "credits", "data", "dated", "few_words", "figures", "free_from", "goes", "goods", "groups", "hours", "invented", "link", "links", "listing", "logos", "marked", "menu", "news", "night", "options", "papers", "picture", "plan", "points", "posts", "pressed_shows", "promised", "reduced", "referees", "review", "ring", "semantic", "sheet", "sheets", "sizes", "skills", "sorted_answers", "stations", "steps", "subheads", "table", "talks", "ticks", "tiers", "tongues", "top", "twice", "unsubscribe", "unwanted", "vouched"]
