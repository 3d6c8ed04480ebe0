"""A fingerprint in words that two people can compare over the telephone."""

from __future__ import annotations

_SPOKEN = 10  # words of eight bits each: nobody makes a second key with the same eighty bits

#: Short, plain and unlike each other; one for every value of a byte. Their order is for good.
_IN_ORDER = """
    acorn actor album alley amber angle anvil apple apron arrow atlas attic autumn badge bagel
    baker bamboo banjo barn basil beach beard beaver berry bicycle birch biscuit bishop blanket
    bonfire bottle branch brick bridge bronze brush bucket buffalo burrow butter cabin cactus
    camel candle canoe canyon carpet carrot castle cedar cello chalk cheese cherry chimney
    cinema circle clover cobalt coffee comet copper coral cotton cousin cradle crane crayon
    cricket crown crystal curtain dagger daisy dancer desert diamond dinner doctor dolphin
    donkey dragon drum eagle easel echo elbow elephant engine eyelid falcon feather fiddle
    finger flame flute forest fossil fountain fox galaxy garden garlic giant glacier goblet
    gold gorilla grape gravel guitar hammer harbor hazel hedge helmet heron hockey honey hotel
    hunter igloo indigo insect iron island ivory jacket jaguar jasmine jelly jewel jigsaw
    jungle juniper kayak kettle kitchen kiwi koala ladder lagoon lantern lemon leopard library
    lilac linen lizard lobster magnet magpie mango maple marble market meadow melon mirror
    mosaic motor muffin museum mustard napkin nectar needle nickel noodle nutmeg oasis ocean
    octopus olive onion orange orbit orchid otter oyster paddle palace panda paper pasture
    peanut pebble pelican pencil penguin pepper piano pigeon pillow pirate planet plum pocket
    polar pony poppy potato prism pumpkin puzzle pyramid quartz queen quilt rabbit raccoon
    radar raven ribbon river robin rubber sailor salmon sandal sapphire satin scarf school
    shadow shepherd shovel silver skeleton sparrow spider spoon squirrel statue sugar summer
    sunset swan sweater table teacher temple thunder ticket tiger timber topaz tomato tractor
    trumpet tulip tunnel turtle velvet violin walnut
"""
WORDS = tuple(_IN_ORDER.split())


def spoken(digest: bytes) -> str:
    """The first bytes of a sum as words."""
    return " ".join(WORDS[value] for value in digest[:_SPOKEN])
