"""What stands beside the main text of a web page: menus, page heads and feet, bars of links, hidden parts.

In: the elements of a page, weighed once from the leaves up, so that a page costs the same however deep it
nests. Out: for an element or a line what it is, None for what belongs to the text. An element is judged by
its tag, by the names that its maker gave it together with its share of links, or by being a list of links
alone; a line by the words that such bars begin with. Not here: the walk over the page (`html`).
"""

from typing import Any

from msgspec import Struct

from milepost.reading.patterns import pattern

NAMES = (
    "menu nav navbar navigation breadcrumb breadcrumbs crumb crumbs sidebar side share social cookie banner "
    "related pagination pager toolbar skip-link advert comment-form site-header site-footer page-header "
    "page-footer header footer foot top bottom link links position location dqwz daohang fenxiang xgwd xglj"
)
"""What makers of pages call the parts beside the text, in English and in Pinyin."""

BESIDE = pattern(rf"\b(?:{'|'.join(NAMES.split())})\b", ignore_case=True)
HIDDEN = pattern(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all|font-size:\s*0(?:px|pt|em|;|$)", True)
COMMENTS = pattern(r"mso-element:\s*comment", ignore_case=True)
SILENT = frozenset(
    "script style noscript template head svg iframe object canvas title select button textarea option "
    "datalist audio video map rt rp".split()
)
DROPPED = {
    "nav": "menu",
    "header": "head",
    "footer": "foot",
    "aside": "beside",
    "form": "form",
    "dialog": "beside",
}
NAMED_PARTS = frozenset(("div", "ul", "ol", "dl", "section", "p", "table", "span", "td"))
LISTS = frozenset(("ul", "ol", "div", "table", "dl"))
LINKED = 0.5
"""From this share of linked characters on, a part named so is a menu and not a chapter called so."""

ONLY_LINKS = 0.9
LEAST_LINKS = 4
"""A part with as many links and hardly a word beside them is a menu, whatever its name."""

LONGEST_BAR = 90
CHINESE_BARS = (
    r"您?(?:的|现在的)?当前位置", r"您?所在的?位置", r"首页\s*[>»›＞/]",
    r"【?\s*字[体号][:：]?\s*[【\[(（]?\s*[大小T]", r"分享到?[:：]?$", r"分享到", r"扫一扫",
    r"[上下]一[篇条][:：]", r"(?:浏览|阅读|点击)次?[数率]", r"访问量",
    r"【?\s*(?:我要)?打印(?:本页|此页|$|\s|】)", r"【?\s*关闭(?:窗口|本页|$|】)", r"收藏本页", r"返回顶部",
    r"相关(?:链接|文档|阅读|新闻|文件|解读|稿件)[:：]?$",
)  # fmt: skip
ENGLISH_BARS = (
    r"You are here\b", r"Skip to (?:main )?content", r"Print this page", r"Share this\b", r"Share(?: on)?:?$",
    r"(?:Font|Text) size\b", r"Back to top", r"Last updated\b", r"Page views", r"Tweet$", r"Follow us\b",
    r"(?:Previous|Next)(?: article| page)?(?:$|\s*[:：])", r"Related (?:links|content|news|documents)$",
    r"Home\s*[>»›/]",
)  # fmt: skip
FEET = (
    r"版权所有", r"网站标识码", r".{0,12}ICP备", r".{0,6}公网安备", r"技术支持[:：]", r"网站地图",
    r"Copyright", r"©", r"All rights reserved",
)  # fmt: skip
"""How lines begin that a content system puts around a text."""

BARS = (
    ("beside", pattern("|".join(CHINESE_BARS))),
    ("beside", pattern("|".join(ENGLISH_BARS), ignore_case=True)),
    ("foot", pattern("|".join(FEET), ignore_case=True)),
)

CRUMBS = pattern(r"[>»›＞/]\s")
MAIN = frozenset(("h1", "article", "main"))
TEXTS = frozenset(("p", "h2", "table"))


class Weight(Struct):
    """What an element holds: characters, those in links, links, tables, and whether a title or text."""

    chars: int = 0
    linked: int = 0
    links: int = 0
    tables: int = 0
    main: bool = False
    text: bool = False


class Parts:
    """The elements of a page, weighed."""

    def __init__(self, root: Any) -> None:
        self.weights: dict[int, Weight] = {}
        self.whole_page = True
        stack: list[tuple[Any, bool, Weight]] = [(root, False, Weight())]
        while stack:
            node, entered, holder = stack.pop()
            if entered:
                self.add_up(node, holder)
            elif node.tag == "-text":
                holder.chars += len((node.text_content or "").strip())
            elif node.tag not in SILENT:
                own = self.weights[node.mem_id] = Weight()
                stack.append((node, True, holder))
                stack.extend((child, False, own) for child in node.iter(include_text=True))
        self.chars = self.weight(root).chars

    def add_up(self, node: Any, holder: Weight) -> None:
        """Add what an element holds to the one that holds it."""
        own = self.weights[node.mem_id]
        if node.tag == "a":
            own.linked, own.links = own.chars, own.links + 1
        holder.chars += own.chars
        holder.linked += own.linked
        holder.links += own.links
        holder.tables += own.tables + (node.tag == "table")
        holder.main = holder.main or own.main or node.tag in MAIN
        holder.text = holder.text or own.text or node.tag in TEXTS

    def weight(self, node: Any) -> Weight:
        """What an element holds."""
        return self.weights.get(node.mem_id) or Weight()

    def kind_beside(self, node: Any) -> str | None:
        """What an element beside the main text is; None for one that belongs to it."""
        tag, attributes = node.tag, node.attributes
        style = attributes.get("style") or ""
        if "hidden" in attributes or (style and HIDDEN.search(style)):
            return "hidden"
        if style and COMMENTS.search(style):
            return "comment"
        own = self.weight(node)
        if tag in DROPPED and self.is_dropped(tag, own):
            return DROPPED[tag]
        if (
            tag in LISTS
            and own.links >= LEAST_LINKS
            and own.linked >= own.chars * ONLY_LINKS
            and self.whole_page
        ):
            return None if own.main or own.tables > 1 else "menu"
        if tag not in NAMED_PARTS or (not own.links and own.chars):
            return None
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('role') or ''}"
        return "menu" if own.linked >= own.chars * LINKED and BESIDE.search(names) else None

    def is_dropped(self, tag: str, own: Weight) -> bool:
        """Whether an element that may stand beside the text does: a header with the title or a form around
        the whole page doesn't."""
        if tag in ("header", "footer"):
            return self.whole_page and not own.main and own.chars * 2 < self.chars
        return tag != "form" or not (own.main or own.text)


def is_only_links(own: Weight) -> bool:
    """Whether an element is a list of links without a title or table among them."""
    many = own.links >= LEAST_LINKS and own.linked >= own.chars * ONLY_LINKS
    return many and not own.main and not own.tables


def bar_of(words: str, linked: int) -> str | None:
    """What a line is that stands beside the text, by how it begins or as a path of links; None for text."""
    if len(words) > LONGEST_BAR:
        return None
    for kind, row in BARS:
        if row.match(words):
            return kind
    return "beside" if linked * 2 > len(words) and CRUMBS.search(words) else None
