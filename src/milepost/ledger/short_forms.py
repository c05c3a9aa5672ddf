"""Full, short and former forms of unit names, as tables.

In: nothing. Out: the tables, and a name with its full forms made short. The former names are those that the
reforms of 2008, 2018 and 2023 ended all over China; a former name only finds a unit that a list names.
"""

SHORT_FORMS: tuple[tuple[str, str], ...] = (
    ("发展和改革委员会", "发改委"),
    ("发展改革委员会", "发改委"),
    ("发展改革委", "发改委"),
    ("发展和改革局", "发改局"),
    ("发展改革局", "发改局"),
    ("人力资源和社会保障", "人社"),
    ("人力资源社会保障", "人社"),
    ("人力社保", "人社"),
    ("住房和城乡建设", "住建"),
    ("住房城乡建设", "住建"),
    ("工业和信息化", "工信"),
    ("科学技术", "科技"),
    ("卫生健康委员会", "卫健委"),
    ("卫生健康", "卫健"),
    ("文化和旅游", "文旅"),
    ("文化广电和旅游", "文旅"),
    ("自然资源和规划", "资规"),
    ("市场监督管理", "市监"),
    ("市场监管", "市监"),
    ("交通运输", "交通"),
    ("国有资产监督管理委员会", "国资委"),
    ("机构编制委员会办公室", "编办"),
    ("人民政府办公室", "府办"),
    ("人民政府办公厅", "府办"),
    ("政府办公室", "府办"),
    ("政府办", "府办"),
    ("人民政府", "政府"),
    ("退役军人事务", "退役军人"),
    ("医疗保障", "医保"),
    ("委员会", "委"),
    ("办公室", "办"),
)
"""Full and short forms of one name; the longer form stands first, so that it is met first."""


def short_form(name: str) -> str:
    """The name with every full form of the table made short: 市人力资源和社会保障局 is 市人社局."""
    for full, short in SHORT_FORMS:
        name = name.replace(full, short)
    return name


FORMER: tuple[tuple[str, str, int], ...] = (
    ("人口和计划生育", "卫健", 2018),
    ("卫生和计划生育", "卫健", 2018),
    ("卫生计生", "卫健", 2018),
    ("环境保护", "生态环境", 2018),
    ("环保", "生态环境", 2018),
    ("国土资源和规划", "资规", 2018),
    ("国土资源", "自然资源", 2018),
    ("国土", "自然资源", 2018),
    ("安全生产监督管理", "应急管理", 2018),
    ("安监", "应急管理", 2018),
    ("工商行政管理", "市监", 2018),
    ("质量技术监督", "市监", 2018),
    ("食品药品监督管理", "市监", 2018),
    ("工商质监", "市监", 2018),
    ("工商", "市监", 2018),
    ("质监", "市监", 2018),
    ("旅游", "文旅", 2018),
    ("文化广电新闻出版", "文旅", 2018),
    ("文化", "文旅", 2018),
    ("农业", "农业农村", 2018),
    ("乡村振兴", "农业农村", 2023),
    ("金融工作", "金融", 2023),
    ("对外贸易经济合作", "商务", 2008),
    ("外经贸", "商务", 2008),
    ("人事劳动", "人社", 2008),
    ("劳动和社会保障", "人社", 2008),
    ("劳动保障", "人社", 2008),
    ("经济和信息化", "工信", 2018),
    ("经信", "工信", 2018),
    ("法制", "司法", 2018),
)
"""Former matter, the matter (in short form) that took it over, and the year; the longer form stands first."""


def renamed_forms(name: str) -> tuple[str, ...]:
    """The names, in short form, under which a unit of a former name may go on: 市环保局 is 市生态环境局."""
    wanted, found = short_form(name), []
    for former, now, _ in FORMER:
        if former in name and now not in wanted:
            found.append(short_form(name.replace(former, now)))
            break
    return tuple(found)
