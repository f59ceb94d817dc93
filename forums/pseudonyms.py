"""Names for protected voices: trees, plants, stones and waters, which say nothing about who bears them."""

import secrets
from collections.abc import Collection

_WORDS = """
Alder Apple Ash Aspen Bamboo Barley Basalt Beech Birch Bramble Brook Bryony Cedar Chalk Cherry Chestnut Clay Clover
Cobalt Copper Coral Cornflower Cowslip Crocus Cypress Damson Dogwood Elder Elm Fennel Fern Fir Flax Flint Foxglove
Gorse Granite Gravel Harebell Hawthorn Hazel Heather Hemlock Holly Hornbeam Hyssop Iris Ivy Jasmine Juniper Larch
Laurel Lavender Lichen Lilac Limestone Linden Lupin Mallow Maple Marble Marigold Meadow Medlar Millet Mint Moss
Mulberry Myrtle Nettle Oak Oat Olive Opal Orchid Osier Oxlip Pear Pebble Peony Pewter Pine Plane Plum Poplar Poppy
Primrose Quartz Quince Reed Rosemary Rowan Rush Rye Saffron Sage Sandstone Sedge Slate Sloe Sorrel Speedwell Spruce
Sycamore Tansy Teasel Thistle Thrift Thyme Tin Topaz Vervain Vetch Violet Walnut Willow Woodruff Yarrow Yew Zinc
"""
NAMES = tuple(_WORDS.split())


def new_name(taken: Collection[str]) -> str:
    """A name that nobody in the forum bears, picked by lot; two words once all of one word are borne."""
    free = [name for name in NAMES if name not in taken]
    if free:
        return secrets.choice(free)
    while (name := f"{secrets.choice(NAMES)} {secrets.choice(NAMES)}") in taken:
        pass
    return name
