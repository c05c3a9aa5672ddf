"""Whether a clause of a Chinese directive can be checked: the tables of verbs, objects and set phrases.

In: a folded text and a clause in it without its agent and 要. Out: yes or no with the name of the rule that
decided. A clause can be checked when its first verb is an act (制定, 公布, 压减) or improves something
definite (机制, 清单, 平台); it is orientation when the verb is an attitude (坚持, 聚焦, 营造) or the words
are a picture (一盘棋, 新局面). A number or a date makes any clause checkable. Who acts stands in `charges`.
"""

from milepost.reading.patterns import pattern

ACT = (
    "制定|制订|编制|编写|拟订|拟定|起草|修订|修改|出台|印发|公布|公开|发布|建立|建成|建设|新建|健全|完善|"
    "设立|组建|开展|推行|推出|推广|压缩|压减|"
    "缩短|退出|清理|清退|整治|整改|排查|检查|督查|督办|核查|巡查|考核|考察|评估|审计|审核|审查|明确|列出|"
    "提出|梳理|摸排|报送|上报|报告|纳入|新增|增加|"
    "减少|降低|完成|启动|实施|组织|培训|招聘|引进|下放|取消|合并|整合|移交|签订|拨付|安排|谋划|汇总|通报|"
    "调度|监测|跟踪|落地|兑现|办结|办理|"
    "编|建|查|设置|配备|配齐|成立|召开|举办|开通|投放|投入|申报|争取|对接|签约|开工|竣工|投产|划定|分解|"
    "细化|量化|制作|收集|征求|讲好|牵头|"
    "探索|试点|试行|改造|更新|修复|治理|拆除|搬迁|安置|发放|补贴|减免|收取|调整|规范|统计|登记|备案|公示|"
    "受理|答复|反馈|执行|执法|处置|查处|"
    "培育|招引|搭建|打通|扩建|盘活|优选|选派|选拔|轮岗|当好|会商|研判|排出|倒排|挂图|销号|管控|负责|承担|"
    "提供|保障|配合|协助|指导"
)
"""Verbs of acts: somebody can look whether it was done."""
IMPROVE = (
    "推进|推动|深化|加强|加快|优化|提升|提高|强化|落实|抓好|抓实|抓紧|抓|做好|做实|做强|促进|扩大|创新|"
    "改进|统筹|协调|用好|管好|严格|巩固|拓展|"
    "发展|支持|构建|打造|解决|破解|增强|壮大|加大|狠抓"
)
"""Verbs that improve their object: checkable when it is something definite."""
ATTITUDE = (
    "坚持|坚定|坚决|聚焦|突出|树立|树牢|把握|贯彻|学习|领会|深刻|牢记|尊重|弘扬|发扬|保持|激发|营造|凝聚|"
    "敢于|勇于|紧扣|"
    "围绕|统一|扛牢|扛起|注重|鼓励|容错|包容|珍惜|站稳|认清|正视|不搞|不断|处理好|正确|善于|切忌|"
    "力戒|克服|摒弃|提振|唱响|传承|践行|"
    "把准|锚定|立足|着眼|发挥|用心|真抓|守住|筑牢|感悟|忠诚|旗帜鲜明|增进|迎难|一以贯之|久久为功|守护|捍卫|彰显|展现|厚植|铭记|铸牢|坚守|恪守|抢抓|掀起"
)
"""Verbs of attitude: by themselves they name nothing that a third person could check."""
SECURE = "确保|防止|防范|避免|杜绝|压实|引导"
"""Verbs that secure an outcome: checkable only for the unit that is named for it."""
DEFINITE = pattern(
    r"机制|制度|体系|办法|清单|平台|项目|资金|服务|系统|队伍|监管|职能|流程|企业|标准|规划|方案|设施|管理|"
    r"审批|目录|考核|政策|工程|市场|规则|措施|举措|"
    r"条例|法规|执法|检查|督导|督查|数据|网络|结构|布局|产业|设备|编制|薪酬|人才|岗位|投资|土地|用地|住房|"
    r"学校|医院|道路|航线|园区|课程|教材|合同|"
    r"债务|税|价格|补贴|基金|保险|预案|演练|培训|宣传|督察|监督|协调|调度|供应|供给|运输|物流|名单|任务|"
    r"整改|隐患|阵地|渠道|载体|资源|专班|分工|台账|指标|业务|案件|诉求|试点"
)
"""Objects that somebody can look at."""
PICTURE = pattern(
    r"来抓|热潮|松懈|懈怠|松劲|这根弦|教训|放在(?:第一位|首位|心上)|摆在[^,。]{0,6}(?:位置|首位)|自己人|毫不动摇|侥幸|麻痹|一盘棋|新局面|新篇章|新台阶|新高地|高地|合力|氛围|首创精神|钉钉子|正能量|主旋律|意识|思想|站位|定力|"
    r"作风|信心|决心|活力|动力|格局|一刀切|"
    r"先立后破|以会议|以文件|精神|战斗堡垒|干劲|担当|初心|使命|凝聚力|向心力|自觉|上下同欲|实干|表率|标杆|"
    r"排头兵|走在前|更大作为|新贡献|见实效|落到实处|落地见效|走深走实"
)
"""Set phrases that make a clause orientation."""
ROLE = pattern(r"亲自|负总责|第一责任人|挂帅|包抓")
"""A part in the work that falls to a person: checkable for whoever is named."""
MEASURED = pattern(
    r"\d+(?:\.\d+)?(?:%|个|项|条|家|户|名|人|亿|万|公里|平方|天|日|小时|倍|批|次|件|所|座|辆|台|亩|公顷|吨|"
    r"成|分|元)|"
    r"[一二三四五六七八九十两百]+(?:批|家|条项|倍|成)|(?:月|年|季度|旬)(?:底|末)?(?:前|之前|内)|年内|月底|"
    r"年底|日前"
)
"""A number with a measure word, or a date."""
SKIP = pattern(
    r"(?:[ ,:、]|进一步|更加|更好|全面|积极|大力|着力|切实|认真|扎实|持续|不断|稳步|有序|深入|充分|严格|"
    r"及时|尽快|抓紧|加紧|主动|牢牢|始终|继续|统筹|"
    r"科学|精准|系统|率先|逐步|逐项|逐一|分批|同步|依法|带头|亲自|共同|联合|分别|也|都|还|并|同时|又|再|"
    r"以及|和|力争|争取|努力|注重|重视|要|应|须|必须|至少|"
    r"一是|二是|三是|四是|五是|六是|七是|首先|其次|最后|此外)*"
)
"""What may stand before the verb and says nothing about it."""
VERB = pattern(rf"(?P<act>{ACT})|(?P<improve>{IMPROVE})|(?P<attitude>{ATTITUDE})|(?P<secure>{SECURE})")
THING = pattern(r"[^,。;把将对]{1,16}[^重主需首必只,。;把将对]要[^求素点闻件]")
"""A thing as subject with its 要: the verb that counts stands behind it."""


FRONTED = pattern(r"(?:对|将|把)[^,。;]{1,24}?(?:予以|给予|加以)")
"""对…予以: the verb that counts stands behind it."""


def opens_with_verb(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a known verb, as an order without 要 does."""
    skipped = SKIP.match(text, start, end)
    return VERB.match(text, skipped.end() if skipped else start, end) is not None


def is_slogan(text: str, start: int, end: int) -> bool:
    """Whether a clause begins with an attitude and paints a picture: 尊重基层首创精神, nobody's duty."""
    skipped = SKIP.match(text, start, end)
    verb = VERB.match(text, skipped.end() if skipped else start, end)
    attitude = verb is not None and verb["attitude"] is not None
    return attitude and PICTURE.search(text, start, end) is not None and not MEASURED.search(text, start, end)


def verdict(text: str, start: int, end: int) -> tuple[bool, str]:
    """Whether `text[start:end]` can be checked, and the rule that says so."""
    if MEASURED.search(text, start, end):
        return True, "phrase:measured"
    if ROLE.search(text, start, end):
        return True, "phrase:role"
    skipped = SKIP.match(text, start, end)
    at = skipped.end() if skipped else start
    fronted = FRONTED.match(text, at, end)
    at = fronted.end() if fronted else at
    thing = THING.match(text, at, end)
    verb = VERB.search(text, thing.end() - 1 if thing else at, end)
    if not verb:
        pictured = PICTURE.search(text, start, end) is not None
        return (False, "phrase:picture") if pictured else (True, "verb:unknown")
    if verb["act"] and not PICTURE.search(text, start, end):
        return True, "verb:act"
    if verb["attitude"] or PICTURE.search(text, start, end):
        return False, "verb:attitude" if verb["attitude"] else "phrase:picture"
    if verb["secure"]:
        return False, "verb:secures"
    definite = DEFINITE.search(text, verb.end(), end) is not None
    return (True, "object:definite") if definite else (False, "object:general")
