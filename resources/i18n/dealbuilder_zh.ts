<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About dealbuilder</source>
        <translation>关于 dealbuilder</translation>
    </message>
    <message>
        <source>Assembles a package of US export-control concessions and Chinese rare-earth licences, and scores it with a local model. Scores are model results, not forecasts. The program opens no network connection.</source>
        <translation>把美方出口管制让步与中方稀土许可组合成方案，并用本机模型评分。评分是模型结果，并非预测。本程序不建立任何网络连接。</translation>
    </message>
    <message>
        <source>Catalogue {version}</source>
        <translation>目录 {version}</translation>
    </message>
    <message>
        <source>Fonts: Inter and Noto Sans SC, SIL Open Font License 1.1</source>
        <translation>字体：Inter 和 Noto Sans SC，SIL 开放字体许可证 1.1</translation>
    </message>
    <message>
        <source>Qt for Python under the GNU LGPL 3; dealbuilder under the MIT licence</source>
        <translation>Qt for Python 采用 GNU LGPL 3 许可证；dealbuilder 采用 MIT 许可证</translation>
    </message>
</context>
<context>
    <name>AcceptsPanel</name>
    <message>
        <source>Who accepts it?</source>
        <translation>谁会接受？</translation>
    </message>
    <message>
        <source>This catalogue has no roles, so nobody can be asked.</source>
        <translation>本目录没有角色，无人可问。</translation>
    </message>
    <message>
        <source>Use our sealed values on this screen?</source>
        <translation>在此屏幕上使用我方密封值？</translation>
    </message>
    <message>
        <source>Whoever looks at this window can then infer what you sealed. They are used here alone: never in reports, exports, the room&apos;s window or another panel. They are put away when this window closes or something is presented.</source>
        <translation>看到此窗口的人可据此推知你方密封的内容。密封值仅在此使用，绝不用于报告、导出、会场屏幕或其他面板；此窗口关闭或开始展示时即收起。</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Chart and table</source>
        <translation>图与表</translation>
    </message>
    <message>
        <source>Who accepts, as a table</source>
        <translation>谁会接受（表格）</translation>
    </message>
    <message>
        <source>Show what would turn them: a workshop is under way, and advice changes the game</source>
        <translation>显示可使其转变的修改：研讨会正在进行，提出建议会改变局面</translation>
    </message>
    <message>
        <source>Add a role…</source>
        <translation>添加角色…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Write down the agreement</source>
        <translation>记录协议</translation>
    </message>
    <message numerus="yes">
        <source>It is about the package “{name}” as it stands now, with %n clause(s).</source>
        <translation>
            <numerusform>针对方案“{name}”的现状，共%n项条款。</numerusform>
        </translation>
    </message>
    <message>
        <source>The sides agreed</source>
        <translation>双方达成协议</translation>
    </message>
    <message>
        <source>The sides parted without an agreement</source>
        <translation>双方未达成协议</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>For the United States</source>
        <translation>美方代表</translation>
    </message>
    <message>
        <source>For China</source>
        <translation>中方代表</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>原话</translation>
    </message>
</context>
<context>
    <name>AskingBox</name>
    <message>
        <source>mean of all its roles</source>
        <translation>全部角色的均值</translation>
    </message>
    <message>
        <source>Locked clauses: {count}</source>
        <translation>锁定的条款：{count}</translation>
    </message>
    <message>
        <source>Value to the United States:</source>
        <translation>对美国的价值：</translation>
    </message>
    <message>
        <source>Value to China:</source>
        <translation>对中国的价值：</translation>
    </message>
    <message>
        <source>Respect the red lines of these roles</source>
        <translation>遵守这些角色的红线</translation>
    </message>
    <message>
        <source>The programme at home may change</source>
        <translation>国内计划可以变动</translation>
    </message>
    <message>
        <source>I would like:</source>
        <translation>期望：</translation>
    </message>
    <message>
        <source>supply restored of at least</source>
        <translation>供应恢复率不低于</translation>
    </message>
    <message>
        <source>leadership cost of at most</source>
        <translation>领先代价不高于</translation>
    </message>
    <message>
        <source>no wish</source>
        <translation>无</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Wish: supply restored of at least, %</source>
        <translation>期望：供应恢复率不低于，%</translation>
    </message>
    <message>
        <source>Wish: leadership cost of at most, index points</source>
        <translation>期望：领先代价不高于，指数点</translation>
    </message>
    <message>
        <source>Clauses that stay as they are; a tick locks one</source>
        <translation>保持不变的条款；勾选即锁定</translation>
    </message>
</context>
<context>
    <name>Assumption</name>
    <message>
        <source>{figure} is impossible here: it lies between {low} and {high}{unit}.</source>
        <translation>此处不能取{figure}：应在{low}至{high}{unit}之间。</translation>
    </message>
    <message>
        <source>The low end lies above the high end.</source>
        <translation>下限高于上限。</translation>
    </message>
    <message>
        <source>The value {value} lies outside its range {span}. Widen the range, or empty both ends.</source>
        <translation>数值{value}超出其区间{span}。请放宽区间，或清空上下限。</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定值</translation>
    </message>
    <message>
        <source>Unknown to this catalogue, not used</source>
        <translation>不在目录中，未使用</translation>
    </message>
    <message>
        <source>changed in this deal</source>
        <translation>本协议中已修改</translation>
    </message>
    <message>
        <source>World: {name}</source>
        <translation>世界观：{name}</translation>
    </message>
    <message>
        <source>Starting point</source>
        <translation>起点</translation>
    </message>
</context>
<context>
    <name>AssumptionForm</name>
    <message>
        <source>No assumption is chosen</source>
        <translation>未选择假设</translation>
    </message>
    <message>
        <source>Catalogue: {value}</source>
        <translation>目录值：{value}</translation>
    </message>
    <message>
        <source>grade {0}</source>
        <translation>{0}级</translation>
    </message>
    <message>
        <source>World {name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>Starting point: {value}</source>
        <translation>起点：{value}</translation>
    </message>
    <message>
        <source>This catalogue does not know it: it is kept in the deal and no run uses it.</source>
        <translation>目录中没有此项：它保留在协议中，但任何运算都不使用。</translation>
    </message>
    <message>
        <source>This deal is open read-only: save it under another name to change assumptions.</source>
        <translation>本协议以只读方式打开：请另存为其他名称后再修改假设。</translation>
    </message>
    <message>
        <source>Empty both ends to make the value certain.</source>
        <translation>清空上下限即视为确定值。</translation>
    </message>
    <message>
        <source>A value is needed, or restore the catalogue&apos;s.</source>
        <translation>请填写数值，或还原目录值。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Who (name or role)</source>
        <translation>修改者（姓名或职务）</translation>
    </message>
    <message>
        <source>One sentence; it is printed with the deal</source>
        <translation>一句话；将随协议一并印出</translation>
    </message>
    <message>
        <source>Delegation or desk</source>
        <translation>代表团或部门</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Where from…</source>
        <translation>出处…</translation>
    </message>
    <message>
        <source>Return to the catalogue&apos;s value</source>
        <translation>恢复为目录值</translation>
    </message>
    <message>
        <source>Where the catalogue&apos;s value comes from</source>
        <translation>目录值的出处</translation>
    </message>
</context>
<context>
    <name>AssumptionSearch</name>
    <message>
        <source>All blocks</source>
        <translation>全部模块</translation>
    </message>
    <message>
        <source>Search assumptions and facts</source>
        <translation>搜索假设和事实</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Importance for</source>
        <translation>重要性针对</translation>
    </message>
</context>
<context>
    <name>AssumptionsDialog</name>
    <message>
        <source>Assumptions and sources</source>
        <translation>假设与来源</translation>
    </message>
    <message>
        <source>World: {name}. {summary}</source>
        <translation>世界观：{name}。{summary}</translation>
    </message>
    <message>
        <source>This catalogue has no worldview “{id}”: choose another in the header.</source>
        <translation>目录中没有世界观“{id}”：请在顶栏另选。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cited figures</source>
        <translation>有出处的数字</translation>
    </message>
    <message>
        <source>Judgements</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>本协议已修改</translation>
    </message>
    <message>
        <source>Worldviews</source>
        <translation>世界观</translation>
    </message>
    <message>
        <source>Importance is read off the draws of the score and appears when it is final.</source>
        <translation>重要性由计分的抽样得出，最终得分出来后显示。</translation>
    </message>
    <message>
        <source>Importance: how closely draws and indicator go together in rank, 0 to 1; ↑ more of it with more, ↓ with less. “–” up to {floor}: with {draws} that could be chance.</source>
        <translation>重要性：抽样值与指标的秩相关程度，0至1；↑同向，↓反向。不超过{floor}者显示“–”：{draws}下可能纯属偶然。</translation>
    </message>
    <message>
        <source>Updating …</source>
        <translation>正在更新…</translation>
    </message>
    <message>
        <source>From the last score that could be made.</source>
        <translation>依据最近一次能够得出的评分。</translation>
    </message>
    <message>
        <source>For this indicator none passes.</source>
        <translation>对此指标，没有一项超过。</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>Kinds of assumptions</source>
        <translation>假设的类别</translation>
    </message>
    <message>
        <source>Assumptions of the model</source>
        <translation>模型假设</translation>
    </message>
    <message>
        <source>Enter or F2 changes an assumption, Delete restores it</source>
        <translation>按Enter或F2修改假设，按Delete还原</translation>
    </message>
    <message>
        <source>Facts on record</source>
        <translation>事实记录</translation>
    </message>
</context>
<context>
    <name>BalanceStrip</name>
    <message>
        <source>Balance: value given and received by each side</source>
        <translation>平衡：双方付出与获得的价值</translation>
    </message>
    <message>
        <source>waiting for the first score</source>
        <translation>等待首次评分</translation>
    </message>
    <message>
        <source>{0} gives {1}, receives {2}</source>
        <translation>{0}付出{1}，获得{2}</translation>
    </message>
    <message>
        <source>Each side&apos;s own valuation, in points; click for how it is computed.</source>
        <translation>按各方自身估值，以分计；点击查看计算方法。</translation>
    </message>
    <message>
        <source>gives</source>
        <translation>付出</translation>
    </message>
    <message>
        <source>receives</source>
        <translation>获得</translation>
    </message>
</context>
<context>
    <name>BetterPanel</name>
    <message>
        <source>Better deals</source>
        <translation>更好的协议</translation>
    </message>
    <message>
        <source>A workshop is under way: nothing is worked out until the chair turns advice on.</source>
        <translation>研讨正在进行：在主持人开启建议之前不作计算。</translation>
    </message>
    <message>
        <source>No role counts on either side, so that nothing can be better or worse for it.</source>
        <translation>双方均无角色计入，无从判断好坏。</translation>
    </message>
    <message>
        <source>A workshop is under way, and advice changes the game. The chair may turn it on here; it is off again in the next session.</source>
        <translation>研讨正在进行，而建议会改变博弈。主持人可在此开启；下一场研讨中将重新关闭。</translation>
    </message>
    <message>
        <source>Turn advice on</source>
        <translation>开启建议</translation>
    </message>
    <message>
        <source>Search the wide front</source>
        <translation>搜索宽前沿</translation>
    </message>
    <message>
        <source>Looks at about 12,000 packages far from this one; takes several seconds</source>
        <translation>查看约12,000个远离本方案的方案，需时数秒</translation>
    </message>
    <message>
        <source>Maps as a table</source>
        <translation>图中数据表</translation>
    </message>
    <message>
        <source>Every package on the maps, with its four numbers</source>
        <translation>图中各方案及其四个数</translation>
    </message>
    <message>
        <source>What packages are worth to both sides</source>
        <translation>各方案对双方的价值</translation>
    </message>
    <message>
        <source>Supply restored against leadership cost</source>
        <translation>供应恢复率与领先代价</translation>
    </message>
</context>
<context>
    <name>CataloguePane</name>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Search: FDPR, 50 % rule, white list …</source>
        <translation>搜索：实体清单、白名单、FDPR……</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>搜索目录</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Enter adds a measure to the package, ? opens its sources</source>
        <translation>按回车键将措施加入方案，按 ? 查看来源</translation>
    </message>
    <message>
        <source>Show only: {0}</source>
        <translation>仅显示：{0}</translation>
    </message>
    <message>
        <source>Mirrors</source>
        <translation>对应措施</translation>
    </message>
    <message>
        <source>Measures tied to what is in the package</source>
        <translation>与方案中条款相联的措施</translation>
    </message>
    <message>
        <source>Not in package</source>
        <translation>未在方案中</translation>
    </message>
    <message>
        <source>Nothing matches. Try another word, or clear the search and the filters.</source>
        <translation>没有匹配项。请换一个词，或清除搜索和筛选。</translation>
    </message>
    <message>
        <source>in the package</source>
        <translation>已在方案中</translation>
    </message>
    <message>
        <source>guardrail, locked</source>
        <translation>护栏，已锁定</translation>
    </message>
    <message>
        <source>Guardrail, locked: {0}</source>
        <translation>护栏，已锁定：{0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0} of {1} measures shown</source>
        <translation>显示 {1} 项措施中的 {0} 项</translation>
    </message>
</context>
<context>
    <name>Chair</name>
    <message>
        <source>No session is set up. Choose “Set up a session” first: it fixes who sees scores.</source>
        <translation>尚未设置研讨。请先选择“设置研讨”，其中规定谁能看到分数。</translation>
    </message>
    <message>
        <source>The session runs, but nothing of it is recorded: the deal is open read-only.</source>
        <translation>研讨进行中，但不作记录：协议以只读方式打开。</translation>
    </message>
    <message>
        <source>The room is frozen; unfreeze it (F) before you reveal scores.</source>
        <translation>会场画面已定格；揭晓分数前请先解除（F）。</translation>
    </message>
    <message>
        <source>In this session the chair alone sees scores; that was chosen before the start.</source>
        <translation>本场研讨中只有主持人能看到分数，这是开始前选定的。</translation>
    </message>
    <message>
        <source>The room sees these scores already.</source>
        <translation>会场已能看到这些分数。</translation>
    </message>
    <message>
        <source>Another package was chosen since. A replay shows a change of one package; change a clause.</source>
        <translation>此后改选了另一方案。回放只显示同一方案的变化；请先改动条款。</translation>
    </message>
    <message>
        <source>There is no change to replay that the room may see.</source>
        <translation>没有可向会场回放的变动。</translation>
    </message>
    <message>
        <source>A prediction needs a question and at least two answers.</source>
        <translation>预测需要一个问题和至少两个答案。</translation>
    </message>
    <message>
        <source>The room is frozen; unfreeze it (F) before you ask.</source>
        <translation>会场画面已定格；提问前请先解除（F）。</translation>
    </message>
    <message>
        <source>This stage names the inject “{id}”, which nobody describes. Nothing was struck.</source>
        <translation>本阶段指定的突发事件“{id}”没有说明，未触发。</translation>
    </message>
    <message>
        <source>The last step set up the session. Undo it on the desk, if you mean to.</source>
        <translation>上一步是研讨安排。如确需撤销，请在工作台上操作。</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>第{number}轮</translation>
    </message>
</context>
<context>
    <name>ChartsPane</name>
    <message>
        <source>Chart shown large</source>
        <translation>放大显示的图</translation>
    </message>
    <message>
        <source>Show the numbers as a table</source>
        <translation>以表格显示数据</translation>
    </message>
    <message>
        <source>Copy the data of this chart</source>
        <translation>复制此图数据</translation>
    </message>
    <message>
        <source>Where these numbers come from</source>
        <translation>这些数字的来源</translation>
    </message>
    <message>
        <source>Heat map: material by end use</source>
        <translation>热图：材料与最终用途</translation>
    </message>
    <message>
        <source>Heat map of users: {0}</source>
        <translation>用户热图：{0}</translation>
    </message>
    <message>
        <source>Charts appear with the first score.</source>
        <translation>首次评分后显示图表。</translation>
    </message>
</context>
<context>
    <name>ClauseBoard</name>
    <message>
        <source>Unknown to this catalogue: kept, not scored</source>
        <translation>目录中没有：保留，不计分</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>尚无条款。</translation>
    </message>
</context>
<context>
    <name>ClauseDetail</name>
    <message>
        <source>This catalogue does not know it.</source>
        <translation>目录中没有此项。</translation>
    </message>
    <message>
        <source>Without condition</source>
        <translation>不设条件</translation>
    </message>
    <message>
        <source>Only if delivered: {0}</source>
        <translation>仅当已落实：{0}</translation>
    </message>
    <message>
        <source>Snapback</source>
        <translation>快速恢复</translation>
    </message>
    <message>
        <source>Withdrawn at once if the other side breaches the deal</source>
        <translation>对方违约时立即撤回</translation>
    </message>
    <message>
        <source>Why this? Sources and legal basis</source>
        <translation>依据：来源与法律文件</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Condition of {0}</source>
        <translation>{0}的条件</translation>
    </message>
    <message>
        <source>Note, printed with the deal</source>
        <translation>备注（随协议打印）</translation>
    </message>
    <message>
        <source>Private note, never printed</source>
        <translation>私人备注（不打印）</translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation>{0}的备注</translation>
    </message>
    <message>
        <source>Private note on {0}</source>
        <translation>{0}的私人备注</translation>
    </message>
</context>
<context>
    <name>ClauseMenu</name>
    <message>
        <source>&amp;Detail, condition and notes</source>
        <translation>详情、条件与备注(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Why this? Sources and legal basis</source>
        <translation>依据：来源与法律文件(&amp;W)</translation>
    </message>
    <message>
        <source>What it &amp;earned</source>
        <translation>贡献了多少(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Its mirror on the other side</source>
        <translation>对方的对应措施(&amp;I)</translation>
    </message>
    <message>
        <source>Show in the &amp;catalogue</source>
        <translation>在目录中显示(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back to baseline</source>
        <translation>恢复基准(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Snapback on breach</source>
        <translation>违约快速恢复(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Timing</source>
        <translation>时间安排(&amp;T)</translation>
    </message>
    <message>
        <source>At &amp;signature</source>
        <translation>签署时(&amp;S)</translation>
    </message>
    <message>
        <source>After &amp;90 days</source>
        <translation>90 天后(&amp;9)</translation>
    </message>
    <message>
        <source>&amp;Tranche on trigger: once the other side has delivered</source>
        <translation>触发后分批：对方落实之后(&amp;T)</translation>
    </message>
    <message>
        <source>The instrument&apos;s own &amp;ramp</source>
        <translation>按文件自身的生效进度(&amp;R)</translation>
    </message>
    <message>
        <source>Same timing for all of its &amp;group</source>
        <translation>同组措施采用相同时间(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Lock the guardrail again</source>
        <translation>重新锁定护栏(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Unlock this guardrail on purpose</source>
        <translation>有意解除此护栏(&amp;U)</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>上移(&amp;P)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ClauseRow</name>
    <message>
        <source>Unknown measure: {0}</source>
        <translation>未知措施：{0}</translation>
    </message>
    <message>
        <source>More on {0}</source>
        <translation>更多：{0}</translation>
    </message>
    <message>
        <source>Clause: {0}</source>
        <translation>条款：{0}</translation>
    </message>
    <message>
        <source>kept, not scored</source>
        <translation>保留，不计分</translation>
    </message>
    <message>
        <source>unknown level, kept</source>
        <translation>未知档位，已保留</translation>
    </message>
    <message>
        <source>UNLOCKED</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>if</source>
        <translation>有条件</translation>
    </message>
    <message>
        <source>snapback</source>
        <translation>快速恢复</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Tied to {0}</source>
        <translation>与{0}相联</translation>
    </message>
    <message>
        <source>No mirror in the package: {0}</source>
        <translation>方案中没有对应条款：{0}</translation>
    </message>
    <message>
        <source>Locked guardrail: {0}</source>
        <translation>护栏已锁定：{0}</translation>
    </message>
    <message>
        <source>No effect: {0} {1}</source>
        <translation>无效果：{0}{1}</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>补上</translation>
    </message>
    <message>
        <source>Fix: {0}</source>
        <translation>补上：{0}</translation>
    </message>
</context>
<context>
    <name>CleanedDialog</name>
    <message>
        <source>Clean copy</source>
        <translation>净本</translation>
    </message>
    <message>
        <source>The clean copy is in {file}.</source>
        <translation>净本已写入 {file}。</translation>
    </message>
    <message>
        <source>Do NOT hand it over: private things were found in it.</source>
        <translation>请勿交给对方：其中发现非公开内容。</translation>
    </message>
    <message>
        <source>It was read again byte by byte: nothing private is in it.</source>
        <translation>已逐字节重新读取：其中没有非公开内容。</translation>
    </message>
    <message>
        <source>Report on the clean copy</source>
        <translation>净本报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Private, and still in it:</source>
        <translation>非公开，且仍在其中：</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>未包含：</translation>
    </message>
    <message>
        <source>Still in it, for you to read before you hand it over:</source>
        <translation>仍包含，交出之前请先阅读：</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>报告已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>The report is in {file}.</source>
        <translation>报告已写入 {file}。</translation>
    </message>
</context>
<context>
    <name>ClockPanel</name>
    <message>
        <source>over time</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Timer: {face}, {word}</source>
        <translation>计时：{face}，{word}</translation>
    </message>
    <message>
        <source>−1 min</source>
        <translation>−1分钟</translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>+1分钟</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The score is on the clipboard.</source>
        <translation>评分已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>CompareChoice</name>
    <message>
        <source>{name} (in front)</source>
        <translation>{name}（当前）</translation>
    </message>
    <message>
        <source>At most {count} packages fit beside one another.</source>
        <translation>最多可并列{count}个方案。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Gap in</source>
        <translation>差距所在评分</translation>
    </message>
    <message>
        <source>Packages to compare</source>
        <translation>要比较的方案</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Less this package</source>
        <translation>减去此方案</translation>
    </message>
    <message>
        <source>Score whose gap is explained</source>
        <translation>解释差距所用的评分</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Compare packages</source>
        <translation>比较方案</translation>
    </message>
    <message>
        <source>This deal has one package. Add another, or duplicate this one and change it, then compare.</source>
        <translation>本协议只有一个方案。请新建一个，或复制此方案并修改，然后比较。</translation>
    </message>
    <message>
        <source>Tick another package to compare with the one in front.</source>
        <translation>请再勾选一个方案，与当前方案比较。</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table of all numbers (*.csv)</source>
        <translation>全部数字的表格 (*.csv)</translation>
    </message>
    <message>
        <source>Text with tables, Markdown (*.md)</source>
        <translation>带表格的文本 Markdown (*.md)</translation>
    </message>
    <message>
        <source>Data, JSON (*.json)</source>
        <translation>数据 JSON (*.json)</translation>
    </message>
    <message>
        <source>The map, SVG (*.svg)</source>
        <translation>分布图 SVG (*.svg)</translation>
    </message>
    <message>
        <source>The map, PNG (*.png)</source>
        <translation>分布图 PNG (*.png)</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>方案比较</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>What explains the gap</source>
        <translation>差距由何而来</translation>
    </message>
    <message>
        <source>Comparison: clauses, outcomes, map, gap</source>
        <translation>比较：条款、结果、分布图、差距</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>ComputerDialog</name>
    <message>
        <source>About this computer</source>
        <translation>关于本机</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>正在检查本机……</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Found, and what to do</source>
        <translation>结果与处理办法</translation>
    </message>
    <message>
        <source>What the program stands on</source>
        <translation>程序的运行基础</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Everything works here. The copied text names neither you nor your folders.</source>
        <translation>此处一切正常。复制的文本不含您的姓名和文件夹。</translation>
    </message>
    <message>
        <source>Something does not work here. The copied text names neither you nor your folders.</source>
        <translation>此处有项目不正常。复制的文本不含您的姓名和文件夹。</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Before the first stage</source>
        <translation>第一阶段之前</translation>
    </message>
    <message>
        <source>Term sheet of round {round} as PDF…</source>
        <translation>第{round}轮条款清单（PDF）…</translation>
    </message>
    <message>
        <source>Choose what the room sees below. F1 lists the keys.</source>
        <translation>在下方选择会场所见画面。按F1查看按键。</translation>
    </message>
    <message>
        <source>Check the room, then begin the session with F5. Until then nothing is recorded.</source>
        <translation>先检查会场，再按F5开始研讨；在此之前不作记录。</translation>
    </message>
    <message>
        <source>Presenter console</source>
        <translation>主持控制台</translation>
    </message>
    <message>
        <source>Notes for the chair</source>
        <translation>主持人备注</translation>
    </message>
    <message>
        <source>What the room sees</source>
        <translation>会场所见</translation>
    </message>
    <message>
        <source>Predict, reveal, replay</source>
        <translation>预测、揭晓、回放</translation>
    </message>
    <message>
        <source>Running order</source>
        <translation>议程</translation>
    </message>
    <message>
        <source>Deck of injects</source>
        <translation>突发事件卡组</translation>
    </message>
    <message>
        <source>Sealed values</source>
        <translation>密封值</translation>
    </message>
    <message>
        <source>Begin the session</source>
        <translation>开始研讨</translation>
    </message>
    <message>
        <source>Set up a session…</source>
        <translation>设置研讨…</translation>
    </message>
    <message>
        <source>End the session…</source>
        <translation>结束研讨…</translation>
    </message>
    <message>
        <source>Proposal…</source>
        <translation>提案…</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>协议…</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>标记…</translation>
    </message>
    <message>
        <source>Room&apos;s window</source>
        <translation>会场窗口</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Stop presenting</source>
        <translation>停止演示</translation>
    </message>
    <message>
        <source>Opens the room&apos;s window again where it belongs</source>
        <translation>在应在的位置重新打开会场窗口</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>On</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>PgDn</translation>
    </message>
</context>
<context>
    <name>CounterpartPanel</name>
    <message>
        <source>Rehearse against a counterpart</source>
        <translation>与对手预演</translation>
    </message>
    <message>
        <source>A session is running: what a script says now would advise one side in the middle of the game. Come back when it is over.</source>
        <translation>研讨进行中：此时由脚本作答等于在比赛中途为一方出主意。请在研讨结束后再来。</translation>
    </message>
    <message>
        <source>The assumptions, the baseline, the roles or the clauses on offer have changed since this rehearsal began, so its figures no longer fit. Start again.</source>
        <translation>自预演开始以来，假设、基准、角色或可选条款已有变动，数字不再相符。请重新开始。</translation>
    </message>
    <message>
        <source>This rehearsal is over. Start again for another one.</source>
        <translation>本次预演已结束。可重新开始。</translation>
    </message>
    <message>
        <source>That was the last round: accept its offer or end without an agreement.</source>
        <translation>最后一轮已过：请接受其还价，或在没有协议的情况下结束。</translation>
    </message>
    <message>
        <source>It is your turn: change the package in front as you like, then propose it.</source>
        <translation>轮到您：请按需修改当前方案，然后提议。</translation>
    </message>
    <message>
        <source>Rehearsed, round {n}</source>
        <translation>预演，第{n}轮</translation>
    </message>
    <message>
        <source>Round {n} of {rounds}: it is thinking.</source>
        <translation>第{n}轮，共{rounds}轮：对方正在考虑。</translation>
    </message>
    <message>
        <source>Nothing has been proposed yet. The package in front opens.</source>
        <translation>尚未提议。以当前方案开场。</translation>
    </message>
    <message>
        <source>All {rounds} rounds are over; its last offer stands.</source>
        <translation>{rounds}轮已全部结束；其最后还价仍然有效。</translation>
    </message>
    <message>
        <source>Round {n} of {rounds}: it is your turn.</source>
        <translation>第{n}轮，共{rounds}轮：轮到您。</translation>
    </message>
    <message>
        <source>A script plays the other side by the model&apos;s value of each package. It plays no person and says nothing about what a real delegation would do. The transcript is kept here until the window closes.</source>
        <translation>脚本按模型对各方案的评值扮演另一方。它不扮演任何人，也不说明真实代表团会如何行事。记录保留至本窗口关闭。</translation>
    </message>
    <message>
        <source>Propose the package in front</source>
        <translation>提议当前方案</translation>
    </message>
    <message>
        <source>Accept its offer</source>
        <translation>接受其还价</translation>
    </message>
    <message>
        <source>End without an agreement</source>
        <translation>不达成协议而结束</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Take its offer over as a new package</source>
        <translation>将其还价另存为新方案</translation>
    </message>
    <message>
        <source>Put its offer into the package in front</source>
        <translation>将其还价放入当前方案</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为Markdown</translation>
    </message>
</context>
<context>
    <name>Covers</name>
    <message>
        <source>FROZEN: unfreeze</source>
        <translation>已定格：解除</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>CURTAIN: lift</source>
        <translation>已落幕：拉开</translation>
    </message>
    <message>
        <source>Curtain</source>
        <translation>幕布</translation>
    </message>
    <message>
        <source>BLACK: light</source>
        <translation>已黑屏：恢复</translation>
    </message>
    <message>
        <source>Blackout</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Shift+U</source>
        <translation>Shift+U</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in dealbuilder</source>
        <translation>dealbuilder 出现故障</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of your deal.</source>
        <translation>这是程序的故障，与您的协议无关。</translation>
    </message>
    <message>
        <source>There was no unsaved work.</source>
        <translation>没有未保存的工作。</translation>
    </message>
    <message>
        <source>Go on if the window still answers; otherwise quit and start again. Please pass on the report below: it holds nothing of your deal.</source>
        <translation>若窗口仍有响应，可以继续；否则请退出并重新启动。请转交下面的报告：其中没有协议的任何内容。</translation>
    </message>
    <message>
        <source>Report of the fault</source>
        <translation>故障报告</translation>
    </message>
    <message>
        <source>The report is also in {file}.</source>
        <translation>报告也保存在 {file}。</translation>
    </message>
    <message>
        <source>The report could not be written to a file; copy it from here.</source>
        <translation>报告无法写入文件；请从此处复制。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Your work was put aside. It is offered when dealbuilder starts again: {file}</source>
        <translation>您的工作已另行保存，dealbuilder 下次启动时会提供恢复：{file}</translation>
    </message>
    <message>
        <source>Your work could not be put aside. Go on and save it, if the window still answers.</source>
        <translation>您的工作无法另行保存。若窗口仍有响应，请继续并保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n more fault(s) since.</source>
        <translation>
            <numerusform>此后又发生 %n 次故障。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Criterion</name>
    <message>
        <source>what the deal says: target, baseline or worst fifth</source>
        <translation>按协议所定：目标、基准或最差五分之一</translation>
    </message>
    <message>
        <source>missing: {line}</source>
        <translation>未达到：{line}</translation>
    </message>
    <message>
        <source>the worst fifth of worlds</source>
        <translation>最差五分之一的情景</translation>
    </message>
</context>
<context>
    <name>DebriefDialog</name>
    <message>
        <source>Debrief</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Scoring the session</source>
        <translation>正在为研讨进程评分</translation>
    </message>
    <message>
        <source>Give and get by round</source>
        <translation>各轮给予与获得</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>让步台账</translation>
    </message>
    <message>
        <source>Redlines</source>
        <translation>修订对照</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Film-strip</source>
        <translation>进程回放</translation>
    </message>
    <message>
        <source>Untitled deal</source>
        <translation>未命名的协议</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>第 {number} 场</translation>
    </message>
</context>
<context>
    <name>Debriefing</name>
    <message>
        <source>-debrief</source>
        <translation>-复盘</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Text with tables, Markdown (*.md)</source>
        <translation>带表格的文本，Markdown (*.md)</translation>
    </message>
    <message>
        <source>Data, JSON (*.json)</source>
        <translation>数据，JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入 {file}</translation>
    </message>
</context>
<context>
    <name>DeckPanel</name>
    <message>
        <source>this stage</source>
        <translation>本阶段</translation>
    </message>
    <message>
        <source>deck</source>
        <translation>卡组</translation>
    </message>
    <message>
        <source>written for this session</source>
        <translation>本场自拟</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>STRUCK</source>
        <translation>已触发</translation>
    </message>
    <message>
        <source>unknown to this catalogue</source>
        <translation>本目录未知</translation>
    </message>
    <message>
        <source>Deck of injects</source>
        <translation>突发事件卡组</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Lets it happen in the model and shows its card to the room</source>
        <translation>在模型中发生，并向会场展示卡片</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Takes it out of the model; the record keeps that it was struck</source>
        <translation>从模型中移除；记录中仍保留曾经触发</translation>
    </message>
    <message>
        <source>Show card</source>
        <translation>展示卡片</translation>
    </message>
    <message>
        <source>Shows the card to the room without striking it</source>
        <translation>只向会场展示卡片，不触发</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>Dialogues</name>
    <message>
        <source>The catalogue says nothing on this.</source>
        <translation>目录中没有相关说明。</translation>
    </message>
    <message>
        <source>The version is kept; save the deal to keep it in the file.</source>
        <translation>版本已保留；保存协议后写入文件。</translation>
    </message>
    <message>
        <source>Rename deal</source>
        <translation>重命名协议</translation>
    </message>
    <message>
        <source>Title of the deal</source>
        <translation>协议名称</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Table of all numbers (*.csv)</source>
        <translation>全部数据表 (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Text with tables, Markdown (*.md)</source>
        <translation>带表格的文本，Markdown (*.md)</translation>
    </message>
    <message>
        <source>Data, JSON (*.json)</source>
        <translation>数据，JSON (*.json)</translation>
    </message>
    <message>
        <source>The chart on screen, SVG (*.svg)</source>
        <translation>当前图表，SVG (*.svg)</translation>
    </message>
    <message>
        <source>The chart on screen, PNG (*.png)</source>
        <translation>当前图表，PNG (*.png)</translation>
    </message>
    <message>
        <source>-clean</source>
        <translation>-副本</translation>
    </message>
    <message>
        <source>Deal (*.deal)</source>
        <translation>协议 (*.deal)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入……</translation>
    </message>
    <message>
        <source>Writing… {share} %</source>
        <translation>正在写入…{share}%</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入 {file}</translation>
    </message>
</context>
<context>
    <name>Disputes</name>
    <message>
        <source>Disputed beside the two sides</source>
        <translation>双方条款以外的分歧</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>取用</translation>
    </message>
    <message>
        <source>What the tables disagree on, and whose counts</source>
        <translation>各桌的分歧及以谁为准</translation>
    </message>
</context>
<context>
    <name>EmptyPackage</name>
    <message>
        <source>Add: {0}</source>
        <translation>加入：{0}</translation>
    </message>
    <message>
        <source>Start with what you need most</source>
        <translation>从最需要的开始</translation>
    </message>
    <message>
        <source>Pick one of these, or add any measure of the catalogue: Enter, double-click, or drag it here.</source>
        <translation>选择其中一项，或从目录加入任何措施：按回车键、双击或拖到这里。</translation>
    </message>
</context>
<context>
    <name>EstimateModel</name>
    <message>
        <source>A row without a name</source>
        <translation>未署名的一行</translation>
    </message>
    <message>
        <source>a figure is missing.</source>
        <translation>缺少数值。</translation>
    </message>
    <message>
        <source>the likely figure must lie between the other two.</source>
        <translation>可能值须介于另外两个数值之间。</translation>
    </message>
    <message>
        <source>figures lie between {low} and {high}.</source>
        <translation>数值须介于 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
</context>
<context>
    <name>EstimateRound</name>
    <message>
        <source>Figures in {unit}</source>
        <translation>数值单位：{unit}</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Cover what is done, so that nobody is led by it</source>
        <translation>遮住已填数值，以免影响他人</translation>
    </message>
    <message>
        <source>Estimates: who, lowest, likely, highest</source>
        <translation>估计：姓名、最低、可能、最高</translation>
    </message>
    <message>
        <source>All estimates and their mean</source>
        <translation>全部估计及其均值</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Facts on record</source>
        <translation>已记录的事实</translation>
    </message>
    <message>
        <source> (sources disagree)</source>
        <translation>（来源不一）</translation>
    </message>
</context>
<context>
    <name>FailsPanel</name>
    <message>
        <source>When it fails</source>
        <translation>何时失效</translation>
    </message>
    <message>
        <source>There is nothing that could fail.</source>
        <translation>没有可能失效的内容。</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>评判依据</translation>
    </message>
    <message>
        <source>Failing means</source>
        <translation>未达标指</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>{title} as a table</source>
        <translation>以表格显示：{title}</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>As a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>State of the package</source>
        <translation>方案的状态</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
</context>
<context>
    <name>Grades</name>
    <message>
        <source>Evidence A: official or measured</source>
        <translation>证据 A：官方或实测</translation>
    </message>
    <message>
        <source>Evidence B: company or wire report</source>
        <translation>证据 B：企业或通讯社</translation>
    </message>
    <message>
        <source>Evidence C: analyst or secondary</source>
        <translation>证据 C：分析师或二手</translation>
    </message>
    <message>
        <source>Evidence D: judgement</source>
        <translation>证据 D：判断</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>none needed</source>
        <translation>不需要</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>The same fault came again. Save your work, quit and start again.</source>
        <translation>同一故障再次发生。请保存工作，退出后重新启动。</translation>
    </message>
    <message>
        <source>Something went wrong in dealbuilder</source>
        <translation>dealbuilder 出现故障</translation>
    </message>
</context>
<context>
    <name>HangsPanel</name>
    <message>
        <source>What it hangs on</source>
        <translation>取决于什么</translation>
    </message>
    <message>
        <source>There is nothing that could hang on anything.</source>
        <translation>没有可供分析的结果。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open it under Assumptions</source>
        <translation>在“假设”中打开</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>评判依据</translation>
    </message>
    <message>
        <source>should be</source>
        <translation>应当</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>● unsaved</source>
        <translation>● 未保存</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Untitled deal</source>
        <translation>未命名协议</translation>
    </message>
    <message>
        <source>Double-click or {0}: rename the deal</source>
        <translation>双击或按 {0}：重命名协议</translation>
    </message>
    <message>
        <source>No new deal</source>
        <translation>无新协议</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>assumptions</comment>
        <translation>
            <numerusform>%n项已改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inject(s)</source>
        <translation>
            <numerusform>%n个突发事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>World</source>
        <translation>世界观</translation>
    </message>
    <message>
        <source>Starting point</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Baseline: what the package is compared with</source>
        <translation>基准：与方案相比较的情形</translation>
    </message>
    <message>
        <source>Worldview the scores are read under</source>
        <translation>评分所依据的世界观</translation>
    </message>
    <message>
        <source>Starting point: what was law at signing</source>
        <translation>起点：签署时有效的规定</translation>
    </message>
    <message>
        <source>Packages of this deal</source>
        <translation>本协议的方案</translation>
    </message>
    <message>
        <source>Name of the deal</source>
        <translation>协议名称</translation>
    </message>
</context>
<context>
    <name>HeadlineCard</name>
    <message>
        <source>preview → {0}</source>
        <translation>预览 → {0}</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Sixty months after signing; band 5 to 95 %, baseline dashed</source>
        <translation>签署后六十个月；色带为 5 至 95 %，虚线为基准</translation>
    </message>
</context>
<context>
    <name>HoldsPanel</name>
    <message>
        <source>Will it hold?</source>
        <translation>能否维持？</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>计算方法</translation>
    </message>
</context>
<context>
    <name>InjectDeck</name>
    <message>
        <source>befalls the deal</source>
        <translation>已对协议发生</translation>
    </message>
    <message>
        <source>in the deck</source>
        <translation>在卡组中</translation>
    </message>
</context>
<context>
    <name>InjectEditor</name>
    <message>
        <source>The truce or the deal runs out in that month</source>
        <translation>休战或协议在当月到期</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>添加通道</translation>
    </message>
    <message>
        <source>Add an assumption</source>
        <translation>添加假设</translation>
    </message>
    <message>
        <source>Own inject</source>
        <translation>自拟突发事件</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>Neither: accident, court, ally, market</source>
        <translation>均非：事故、法院、盟国、市场</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>至期末</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Card, what the room reads</source>
        <translation>卡片（全场阅读的内容）</translation>
    </message>
    <message>
        <source>Whose act</source>
        <translation>何方行动</translation>
    </message>
    <message>
        <source>Month after signing</source>
        <translation>签署后月份</translation>
    </message>
    <message>
        <source>Lasts, months</source>
        <translation>持续月数</translation>
    </message>
    <message>
        <source>Why these figures (grade D)</source>
        <translation>数值理由（D级）</translation>
    </message>
    <message>
        <source>A title is needed.</source>
        <translation>需要标题。</translation>
    </message>
    <message>
        <source>A card is needed: what the room reads.</source>
        <translation>需要卡片内容，即全场阅读的文字。</translation>
    </message>
    <message>
        <source>The card is too long: at most {0} words.</source>
        <translation>卡片过长：最多{0}词（两个汉字计一词）。</translation>
    </message>
    <message>
        <source>It shifts nothing: add a channel or an assumption.</source>
        <translation>未改动任何内容：请添加通道或假设。</translation>
    </message>
    <message>
        <source>Say why these figures: a judgement (grade D) needs its reason.</source>
        <translation>请说明数值理由：判断（D级）须有依据。</translation>
    </message>
    <message>
        <source>{0} is shifted twice.</source>
        <translation>{0}被改动了两次。</translation>
    </message>
    <message>
        <source>{0} of {1} words</source>
        <translation>{0}词，上限{1}词</translation>
    </message>
</context>
<context>
    <name>InjectView</name>
    <message>
        <source>No inject is chosen</source>
        <translation>未选择突发事件</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>改动对象</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>What the inject shifts</source>
        <translation>突发事件的改动内容</translation>
    </message>
    <message>
        <source>It moves nothing in this deal: no score and no month differs.</source>
        <translation>对本协议没有影响：各项得分和各月数值均无变化。</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>未发生</translation>
    </message>
    <message>
        <source>With</source>
        <translation>发生</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Effect on scores</source>
        <translation>对得分的影响</translation>
    </message>
    <message>
        <source>solid: {0}; dashed: {1}</source>
        <translation>实线：{0}；虚线：{1}</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>InjectsDialog</name>
    <message>
        <source>Computing the effect …</source>
        <translation>正在计算影响……</translation>
    </message>
    <message>
        <source>Write one of your own.</source>
        <translation>请自拟一个。</translation>
    </message>
    <message>
        <source>Own injects befall the deal at once; with a workshop&apos;s plan they wait in the deck.</source>
        <translation>自拟突发事件立即对协议发生；有研讨会安排时先留在卡组中。</translation>
    </message>
    <message>
        <source>Own injects are kept in the plan of the workshop: {0} of {1}.</source>
        <translation>自拟突发事件保存在研讨会安排中：{0}个，上限{1}个。</translation>
    </message>
    <message>
        <source>Injects</source>
        <translation>突发事件</translation>
    </message>
    <message>
        <source>Deck of injects; Enter strikes or lifts</source>
        <translation>突发事件卡组；回车键触发或撤回</translation>
    </message>
    <message>
        <source>Month after signing</source>
        <translation>签署后月份</translation>
    </message>
    <message>
        <source>Lasts, months</source>
        <translation>持续月数</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>至期末</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Let it befall the deal; it can be undone</source>
        <translation>使其对协议发生；可以撤销</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>It no longer befalls the deal; it can be undone</source>
        <translation>不再对协议发生；可以撤销</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take it out of the plan of the workshop</source>
        <translation>从研讨会安排中移除</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard map</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>KitDialog</name>
    <message>
        <source>Print kit</source>
        <translation>打印资料</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Make the kit</source>
        <translation>生成资料</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The plan in this deal</source>
        <translation>本协议中的计划</translation>
    </message>
    <message>
        <source>US letter</source>
        <translation>美国信纸</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>研讨</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>打印内容</translation>
    </message>
    <message>
        <source>Own copies with sealed values</source>
        <translation>含密封值的自有份</translation>
    </message>
    <message>
        <source>Each is a file of its own, to be handed to the party that sealed the values alone. It takes the party&apos;s passphrase.</source>
        <translation>每份为单独的文件，只交给密封这些数值的一方。需要该方的口令。</translation>
    </message>
    <message>
        <source>Print an own copy with sealed values?</source>
        <translation>打印含密封值的己方副本？</translation>
    </message>
    <message>
        <source>The copy is not encrypted: whoever has the paper or its file can read it.</source>
        <translation>该副本未加密：持有纸张或其文件者都能读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in {folder}. Begin with the index.</source>
        <translation>
            <numerusform>{folder}中有%n个文件，请从目录页开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>请先选择文件夹。</translation>
    </message>
    <message>
        <source>Scoring and printing…</source>
        <translation>正在计分并生成…</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>Folder for the kit</source>
        <translation>资料文件夹</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to this deal?</source>
        <translation>保存对此协议的更改吗？</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>不保存将丢失更改。</translation>
    </message>
    <message>
        <source>Deal (*.deal)</source>
        <translation>协议 (*.deal)</translation>
    </message>
</context>
<context>
    <name>LeftOverDialog</name>
    <message>
        <source>The last time dealbuilder did not end in order</source>
        <translation>上次 dealbuilder 未正常结束</translation>
    </message>
    <message>
        <source>A fault ended dealbuilder the last time.</source>
        <translation>上次一处故障使 dealbuilder 中止。</translation>
    </message>
    <message>
        <source>dealbuilder was stopped the last time before it could end.</source>
        <translation>上次 dealbuilder 在正常结束之前被中止。</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) with unsaved work were kept. You can look at them now or later.</source>
        <translation>
            <numerusform>保留了 %n 份有未保存工作的协议，可现在或稍后查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no unsaved work to recover.</source>
        <translation>没有需要恢复的未保存工作。</translation>
    </message>
    <message>
        <source>Please pass on the report below: it holds nothing of your deal.</source>
        <translation>请转交下面的报告：其中没有协议的任何内容。</translation>
    </message>
    <message>
        <source>Report of the fault</source>
        <translation>故障报告</translation>
    </message>
    <message>
        <source>The report is also in {file}.</source>
        <translation>报告也保存在 {file}。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Recover unsaved work…</source>
        <translation>恢复未保存的工作……</translation>
    </message>
</context>
<context>
    <name>LevelPicker</name>
    <message>
        <source>unknown level</source>
        <translation>未知档位</translation>
    </message>
    <message>
        <source>Level of {0}: {1}</source>
        <translation>{0}的档位：{1}</translation>
    </message>
    <message>
        <source>Stronger than any precedent: outside the tested range</source>
        <translation>强于任何先例：超出检验范围</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>手册目录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Using dealbuilder</source>
        <translation>使用 dealbuilder</translation>
    </message>
    <message>
        <source>How the model works</source>
        <translation>模型如何运作</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) on this page; Enter goes to the next</source>
        <translation>
            <numerusform>本页 %n 处；按回车键转到下一处</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing on this page</source>
        <translation>本页没有</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>{name}. {x_title}: {x} ({x_low} to {x_high}). {y_title}: {y} ({y_low} to {y_high}).</source>
        <translation>{name}。{x_title}：{x}（{x_low}至{x_high}）。{y_title}：{y}（{y_low}至{y_high}）。</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Only clauses in which the tables differ</source>
        <translation>仅显示各桌不同的条款</translation>
    </message>
    <message>
        <source>Clauses and how far the tables lie apart</source>
        <translation>条款及各桌差距</translation>
    </message>
    <message>
        <source>Levels by table</source>
        <translation>各桌档位</translation>
    </message>
</context>
<context>
    <name>MergeForm</name>
    <message>
        <source>Nothing: every condition has its counterpart.</source>
        <translation>无：所有条件均有对应条款。</translation>
    </message>
    <message>
        <source>United States gives, as at</source>
        <translation>美国给予，取自</translation>
    </message>
    <message>
        <source>China gives, as at</source>
        <translation>中国给予，取自</translation>
    </message>
    <message>
        <source>Home programme, terms and agenda, as at</source>
        <translation>国内计划、协议条款和后续议程，取自</translation>
    </message>
    <message>
        <source>What no longer holds</source>
        <translation>不再成立的内容</translation>
    </message>
    <message>
        <source>What no longer holds in the merged package</source>
        <translation>合并方案中不再成立的内容</translation>
    </message>
    <message>
        <source>Scores of both tables and of the merged package</source>
        <translation>两桌方案与合并方案的评分</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The whole deal</source>
        <translation>整份协议</translation>
    </message>
    <message>
        <source>Package: {name}</source>
        <translation>方案：{name}</translation>
    </message>
    <message>
        <source>Clause: {name}</source>
        <translation>条款：{name}</translation>
    </message>
    <message>
        <source>What the note is on</source>
        <translation>备注对象</translation>
    </message>
    <message>
        <source>Note (printed and exported)</source>
        <translation>备注（打印并导出）</translation>
    </message>
    <message>
        <source>Private note (stays in this file: never printed, never in a clean copy)</source>
        <translation>私人备注（只留在此文件中：不打印，也不进入净本）</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Close notices</source>
        <translation>关闭通知</translation>
    </message>
</context>
<context>
    <name>OffMenuDialog</name>
    <message>
        <source>A clause off the menu</source>
        <translation>场内提出的条款</translation>
    </message>
    <message>
        <source>For a concession that the catalogue does not have. Everybody judges alone what it would do, then you talk, then everybody judges again; the mean of the second round counts. It is marked as a house estimate wherever it is named.</source>
        <translation>用于目录中没有的让步。先由每人独立判断其效果，再讨论，然后每人再判断一次；以第二轮的均值为准。凡提及之处均标明为会场估计。</translation>
    </message>
    <message>
        <source>Put it into the package</source>
        <translation>加入方案</translation>
    </message>
    <message>
        <source>A new clause</source>
        <translation>新条款</translation>
    </message>
    <message>
        <source>Judge again: {title}</source>
        <translation>重新判断：{title}</translation>
    </message>
    <message>
        <source>Verb first, for example: Share magnet stock data every month</source>
        <translation>以动词开头，例如：每月共享磁体库存数据</translation>
    </message>
    <message>
        <source>What was said; who knew something the others did not</source>
        <translation>讨论内容；谁掌握了他人不知道的情况</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文字表述</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>提出方</translation>
    </message>
    <message>
        <source>What it moves</source>
        <translation>影响对象</translation>
    </message>
    <message>
        <source>Months to full effect</source>
        <translation>完全生效所需月数</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>讨论内容</translation>
    </message>
    <message>
        <source>1 · Each alone</source>
        <translation>1 · 各自判断</translation>
    </message>
    <message>
        <source>2 · Talk</source>
        <translation>2 · 讨论</translation>
    </message>
    <message>
        <source>3 · Each again</source>
        <translation>3 · 再次判断</translation>
    </message>
    <message>
        <source>Without any clause {rest}; it can go from {low} to {high}.</source>
        <translation>没有任何条款时为 {rest}；可在 {low} 至 {high} 之间。</translation>
    </message>
    <message>
        <source>For scale: “{title}” at “{level}” sets {value}.</source>
        <translation>参照：“{title}”的“{level}”设为 {value}。</translation>
    </message>
    <message>
        <source>The first round needs two people before there is something to talk over.</source>
        <translation>第一轮至少有两人判断后方可讨论。</translation>
    </message>
    <message>
        <source>Likely figures run from {low} ({a}) to {high} ({b}). Let these two say first what they know.</source>
        <translation>可能值从 {low}（{a}）到 {high}（{b}）。请这两位先说明依据。</translation>
    </message>
    <message>
        <source>This deal is open read-only: save it under another name to add a clause.</source>
        <translation>本协议以只读方式打开：请另存为其他名称后再添加条款。</translation>
    </message>
    <message>
        <source>Say in words what is conceded.</source>
        <translation>请用文字写明让步内容。</translation>
    </message>
    <message>
        <source>At least one person judges in the first round.</source>
        <translation>第一轮至少须有一人判断。</translation>
    </message>
    <message>
        <source>Months to full effect lie between 0 and 60.</source>
        <translation>完全生效所需月数须在 0 至 60 之间。</translation>
    </message>
    <message numerus="yes">
        <source>Mean of %n estimate(s): likely {likely}, from {low} to {high}.</source>
        <translation>
            <numerusform>%n 人估计的均值：可能为 {likely}，介于 {low} 至 {high}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only one round so far: talk and judge again if there is time.</source>
        <translation>目前只有一轮：如时间允许，请讨论后再次判断。</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>No session is set up. Room &gt; Set up a session gives you a running order.</source>
        <translation>尚未设置研讨。“会场”&gt;“设置研讨”可生成议程。</translation>
    </message>
    <message numerus="yes">
        <source>Not begun: nothing is recorded. The plan takes %n minute(s).</source>
        <translation>
            <numerusform>尚未开始，不作记录。计划共%n分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {whole} min</source>
        <translation>已用{done}/{whole}分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n min behind the plan</source>
        <translation>
            <numerusform>比计划晚%n分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ahead of the plan</source>
        <translation>
            <numerusform>比计划早%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Running order</source>
        <translation>议程</translation>
    </message>
</context>
<context>
    <name>OutcomesPage</name>
    <message>
        <source>Each less “{name}”</source>
        <translation>各减“{name}”</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Each package</source>
        <translation>各方案</translation>
    </message>
    <message>
        <source>Small charts</source>
        <translation>小图</translation>
    </message>
    <message>
        <source>Table of scores</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Months of a chart</source>
        <translation>单图逐月数据</translation>
    </message>
    <message>
        <source>All scores and series</source>
        <translation>全部评分和序列</translation>
    </message>
    <message>
        <source>Packages or differences</source>
        <translation>方案或差值</translation>
    </message>
    <message>
        <source>Charts or tables</source>
        <translation>图或表</translation>
    </message>
</context>
<context>
    <name>OwnValuesForm</name>
    <message>
        <source>Least value it carries (points; 0 is as in the baseline)</source>
        <translation>可接受的最低值（分；0表示与基准相同）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Instructions, red lines, what would make you walk away</source>
        <translation>指示、红线、何种情况下离席</translation>
    </message>
    <message>
        <source>Weights count in proportion to one another. A weight of 0 leaves the indicator out.</source>
        <translation>权重按相互比例计算。权重为0则不计入该指标。</translation>
    </message>
</context>
<context>
    <name>PackageCommands</name>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>Rename package</source>
        <translation>重命名方案</translation>
    </message>
    <message>
        <source>Name of the package</source>
        <translation>方案名称</translation>
    </message>
</context>
<context>
    <name>PackagePane</name>
    <message>
        <source>Package</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Show the detail of the current clause: sentence, condition, notes</source>
        <translation>显示当前条款详情：说明、条件、备注</translation>
    </message>
    <message>
        <source>Clauses: {0}</source>
        <translation>条款：{0}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message numerus="yes">
        <source>and %n more of this kind</source>
        <translation>
            <numerusform>另有%n项同类问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>This is unsaved work from {time}; save it to keep it.</source>
        <translation>这是 {time} 的未保存工作；保存后才会保留。</translation>
    </message>
    <message>
        <source>You went on working while another deal was being opened, so it was not opened.</source>
        <translation>打开另一协议期间您继续了工作，因此未打开该协议。</translation>
    </message>
    <message>
        <source>Save your work, then open it again.</source>
        <translation>请先保存您的工作，再重新打开。</translation>
    </message>
    <message>
        <source>This deal was saved with catalogue {old}; it is scored with {new} here, so its scores may differ.</source>
        <translation>此协议以目录 {old} 保存；这里以 {new} 评分，结果可能不同。</translation>
    </message>
</context>
<context>
    <name>ParameterModel</name>
    <message>
        <source>Restore the catalogue&apos;s value (Delete)</source>
        <translation>还原目录值（Delete）</translation>
    </message>
    <message>
        <source>More of it goes with more of: {0}</source>
        <translation>越高，此项越高：{0}</translation>
    </message>
    <message>
        <source>More of it goes with less of: {0}</source>
        <translation>越高，此项越低：{0}</translation>
    </message>
    <message>
        <source>No more than chance could give</source>
        <translation>未超过偶然可能产生的程度</translation>
    </message>
    <message>
        <source>World {name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>Changed in this deal; Delete restores it</source>
        <translation>本协议中已修改；按Delete还原</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录值</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>修改者与理由</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>To change the passphrase, type the new one twice; left empty, the old one stays.</source>
        <translation>要更改口令，请两次输入新口令；留空则沿用旧口令。</translation>
    </message>
    <message>
        <source>Passphrase of this delegation, typed twice. Forgotten, nobody can open the values again.</source>
        <translation>本代表团的口令，输入两次。一旦忘记，任何人都无法再开启这些数值。</translation>
    </message>
</context>
<context>
    <name>PredictPanel</name>
    <message>
        <source>Policy: scores are public.</source>
        <translation>规则：分数公开。</translation>
    </message>
    <message>
        <source>Policy: scores are hidden after every change until you reveal them.</source>
        <translation>规则：每次变动后分数隐藏，直到揭晓。</translation>
    </message>
    <message>
        <source>Policy: the chair alone sees scores.</source>
        <translation>规则：只有主持人能看到分数。</translation>
    </message>
    <message>
        <source>The room sees scores.</source>
        <translation>会场能看到分数。</translation>
    </message>
    <message>
        <source>Scores are hidden from the room.</source>
        <translation>会场看不到分数。</translation>
    </message>
    <message>
        <source>Scores will be shown as soon as the model has answered.</source>
        <translation>模型得出结果后立即展示分数。</translation>
    </message>
    <message numerus="yes">
        <source>%n hand(s) for answer {place}</source>
        <translation>
            <numerusform>答案{place}：%n票</numerusform>
        </translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>撤下问题</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>five ranges</source>
        <translation>五个区间</translation>
    </message>
    <message>
        <source>five words</source>
        <translation>五个词语</translation>
    </message>
    <message>
        <source>who earned it</source>
        <translation>贡献来自谁</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>揭晓</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Kind of answers</source>
        <translation>答案形式</translation>
    </message>
    <message>
        <source>Question to the room</source>
        <translation>向会场提出的问题</translation>
    </message>
    <message>
        <source>Answer {place}</source>
        <translation>答案{place}</translation>
    </message>
    <message>
        <source>One more hand for answer {place}</source>
        <translation>答案{place}加一票</translation>
    </message>
    <message>
        <source>One hand fewer for answer {place}</source>
        <translation>答案{place}减一票</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>This deal is open read-only: you can present it, but nothing of a session is recorded.</source>
        <translation>协议以只读方式打开：可以演示，但研讨不作记录。</translation>
    </message>
    <message>
        <source>The session goes on being recorded. F5 presents again.</source>
        <translation>研讨继续记录。按F5重新演示。</translation>
    </message>
    <message>
        <source>The record of this deal is full; what happens now is not recorded.</source>
        <translation>此协议的记录已满；此后不再记录。</translation>
    </message>
    <message numerus="yes">
        <source>The computer stood still for %n second(s), as if asleep; the timer waits for you.</source>
        <translation>
            <numerusform>电脑停顿了%n秒（可能进入睡眠）；计时已暂停，等待您继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is one screen only: the room&apos;s window stands on it as a window you can move.</source>
        <translation>只有一块屏幕：会场窗口以可移动窗口显示。</translation>
    </message>
    <message>
        <source>The room&apos;s screen is gone. Its window waits for it and shows nothing meanwhile.</source>
        <translation>会场屏幕已断开。会场窗口等待其恢复，期间不显示任何内容。</translation>
    </message>
    <message>
        <source>The room&apos;s window was closed. “Room&apos;s window” opens it again.</source>
        <translation>会场窗口已关闭。按“会场窗口”可重新打开。</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Fonts are missing ({names}); the system&apos;s stand in. Install dealbuilder again.</source>
        <translation>缺少字体（{names}），暂用系统字体。请重新安装 dealbuilder。</translation>
    </message>
    <message>
        <source>Loading the catalogue and the model…</source>
        <translation>正在载入目录和模型……</translation>
    </message>
    <message>
        <source>There is no example of that name: {id}.</source>
        <translation>没有名为 {id} 的示例。</translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message>
        <source>Write down a proposal</source>
        <translation>记录提案</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>发言者</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>给予</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>About these measures</source>
        <translation>涉及的措施</translation>
    </message>
</context>
<context>
    <name>ReadingsTable</name>
    <message>
        <source>Scores under each worldview</source>
        <translation>各世界观下的评分</translation>
    </message>
    <message>
        <source>Worldview</source>
        <translation>世界观</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>供应</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Alive, month 60</source>
        <translation>第60个月存续</translation>
    </message>
</context>
<context>
    <name>RecoverDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>恢复未保存的工作</translation>
    </message>
    <message>
        <source>These deals were changed but not saved when dealbuilder ended.</source>
        <translation>dealbuilder 结束时，这些协议有未保存的更改。</translation>
    </message>
    <message>
        <source>There is no unsaved work to recover.</source>
        <translation>没有可恢复的工作。</translation>
    </message>
    <message>
        <source>Unsaved deals, newest first</source>
        <translation>未保存的协议，最新在前</translation>
    </message>
    <message>
        <source>Untitled deal</source>
        <translation>未命名协议</translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>从未保存</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>永久丢弃</translation>
    </message>
</context>
<context>
    <name>RedLinesForm</name>
    <message>
        <source>Draw</source>
        <translation>划定</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Red lines</source>
        <translation>红线</translation>
    </message>
    <message>
        <source>Measure of a new red line</source>
        <translation>新红线所涉措施</translation>
    </message>
    <message>
        <source>Level from which on the role says no</source>
        <translation>该角色自此档位起拒绝</translation>
    </message>
    <message>
        <source>{measure}: from “{level}” on (grade {grade})</source>
        <translation>{measure}：自“{level}”起（{grade}级）</translation>
    </message>
</context>
<context>
    <name>RehearsalDialog</name>
    <message>
        <source>Rehearsal check</source>
        <translation>彩排检查</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>研讨</translation>
    </message>
    <message>
        <source>The plan in this deal</source>
        <translation>本协议中的计划</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Found, and what to do</source>
        <translation>结果与处理</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Print kit…</source>
        <translation>打印资料…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) fail: mend them before the session.</source>
        <translation>
            <numerusform>%n项失败：请在研讨前处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing fails; %n line(s) need your attention.</source>
        <translation>
            <numerusform>没有失败项；%n项需要注意。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Export PDF report</source>
        <translation>导出 PDF 报告</translation>
    </message>
    <message>
        <source>US letter</source>
        <translation>美国信纸</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Confidential to the delegation</source>
        <translation>代表团内部</translation>
    </message>
    <message>
        <source>Term sheet only</source>
        <translation>仅条款清单</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>With the study: who earned it, who accepts it, what would be better</source>
        <translation>附研究结果：贡献来自谁、谁会接受、如何更好</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>A clean copy of the printed package is attached: opening the PDF in dealbuilder restores the deal. Private notes, sealed values, other packages and the history stay here; a report for the delegation also prints how the packages of this file compare.</source>
        <translation>附有所打印方案的净本：在 dealbuilder 中打开该PDF即可恢复协议。私人备注、密封值、其他方案和历史记录留在本文件中；供代表团使用的报告还会打印本文件各方案的比较。</translation>
    </message>
</context>
<context>
    <name>RoleCard</name>
    <message>
        <source>worth {value} ({range}), asks for {asked}; {share} of draws reach it</source>
        <translation>价值{value}（{range}），其要求为{asked}；{share}的抽样达到</translation>
    </message>
    <message>
        <source>Weights and red lines of {role}</source>
        <translation>{role}的权重和红线</translation>
    </message>
    <message>
        <source>Put our sealed values away</source>
        <translation>收起我方密封值</translation>
    </message>
    <message>
        <source>Use our sealed values…</source>
        <translation>使用我方密封值…</translation>
    </message>
    <message>
        <source>Not while a workshop is under way.</source>
        <translation>研讨会进行期间不可用。</translation>
    </message>
    <message>
        <source>CONFIDENTIAL: whoever looks at this screen sees what you sealed.</source>
        <translation>机密：看到此屏幕的人即看到你方密封的内容。</translation>
    </message>
    <message>
        <source>The sealed values of this role are NOT ENCRYPTED in the file.</source>
        <translation>该角色的密封值在文件中未加密。</translation>
    </message>
    <message>
        <source>Weights…</source>
        <translation>权重…</translation>
    </message>
    <message>
        <source>Make this edit</source>
        <translation>作此修改</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>A role of this deal</source>
        <translation>本协议自设的角色</translation>
    </message>
    <message>
        <source>A role&apos;s weights and red lines</source>
        <translation>角色的权重和红线</translation>
    </message>
    <message>
        <source>Weigh this too</source>
        <translation>加入此项权衡</translation>
    </message>
    <message>
        <source>A package cannot stand without it</source>
        <translation>没有其同意，方案不能成立</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Another indicator to weigh</source>
        <translation>另一项要权衡的指标</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>Asks for, points (0: as in the baseline)</source>
        <translation>其要求，分（0：与基准相同）</translation>
    </message>
    <message>
        <source>Must agree</source>
        <translation>须同意</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>提出者</translation>
    </message>
    <message>
        <source>Weights, in proportion</source>
        <translation>权重（按比例）</translation>
    </message>
    <message>
        <source>Red lines</source>
        <translation>红线</translation>
    </message>
    <message>
        <source>Take the role away</source>
        <translation>移除该角色</translation>
    </message>
    <message>
        <source>Restore the catalogue&apos;s</source>
        <translation>还原为目录设定</translation>
    </message>
    <message>
        <source>A role of this deal&apos;s own is a judgement (grade D) and marked as one.</source>
        <translation>本协议自设的角色属判断（D级），并有标注。</translation>
    </message>
    <message>
        <source>What it asks for: {reason} ({grade})</source>
        <translation>其要求：{reason}（{grade}）</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请为其命名。</translation>
    </message>
    <message>
        <source>At least one weight must be more than 0.</source>
        <translation>至少一项权重须大于0。</translation>
    </message>
</context>
<context>
    <name>RoomDialogs</name>
    <message>
        <source>Set a mark</source>
        <translation>设置标记</translation>
    </message>
    <message>
        <source>Why does this moment matter?</source>
        <translation>这一刻为何重要？</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>结束研讨</translation>
    </message>
    <message>
        <source>End the session and close its record?</source>
        <translation>结束研讨并关闭记录？</translation>
    </message>
    <message>
        <source>Nothing is lost. What happens afterwards is not recorded; a new session can begin.</source>
        <translation>不会丢失任何内容。此后发生的不再记录；可以开始新的研讨。</translation>
    </message>
    <message>
        <source>A session is running</source>
        <translation>研讨进行中</translation>
    </message>
    <message>
        <source>A session was left running in this deal. Does it go on?</source>
        <translation>此协议中有一场研讨尚未结束。是否继续？</translation>
    </message>
    <message>
        <source>Until it is ended every change goes on being recorded.</source>
        <translation>结束之前，每次变动都会继续记录。</translation>
    </message>
    <message>
        <source>Go on and present</source>
        <translation>继续并演示</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Sealed values are not encrypted</source>
        <translation>密封值未加密</translation>
    </message>
    <message numerus="yes">
        <source>%n sealed value(s) are not encrypted in this file: whoever has it can read them.</source>
        <translation>
            <numerusform>此文件中有 %n 个密封值未加密：持有文件者都能读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>An older dealbuilder saved them. They stay as they are until each party seals its own with a passphrase; sealing also clears them from the history and the kept versions. Copies and backups made before keep them readable.</source>
        <translation>它们由旧版程序保存。在各方用口令密封自己的数值之前，保持原样；密封时也会从历史记录和保存的版本中清除。此前的副本和备份仍可读取。</translation>
    </message>
    <message>
        <source>Seal them now…</source>
        <translation>现在密封…</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>No session is running, so this was not recorded. Begin one first.</source>
        <translation>没有进行中的研讨，因此未作记录。请先开始研讨。</translation>
    </message>
    <message>
        <source>Recorded; save the deal to keep it in the file.</source>
        <translation>已记录；保存协议后写入文件。</translation>
    </message>
    <message>
        <source>This could not be recorded: the deal is read-only or its record is full.</source>
        <translation>无法记录：协议为只读，或记录已满。</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Clauses it leaves alone…</source>
        <translation>其不改动的条款…</translation>
    </message>
    <message numerus="yes">
        <source>Leaves %n clause(s) alone</source>
        <translation>
            <numerusform>不改动%n个条款</numerusform>
        </translation>
    </message>
    <message>
        <source>You play</source>
        <translation>您扮演</translation>
    </message>
    <message>
        <source>The side that you play; the script plays the other</source>
        <translation>您扮演的一方；脚本扮演另一方</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>How the script concedes</source>
        <translation>脚本如何让步</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Below 1 it concedes late, above 1 early; a judgement, grade D</source>
        <translation>小于1让步较晚，大于1让步较早；判断，D级</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Rounds until the deadline</source>
        <translation>截止前的轮数</translation>
    </message>
    <message>
        <source>It judges by</source>
        <translation>评判依据</translation>
    </message>
    <message>
        <source>By whose value the script judges a package</source>
        <translation>脚本按谁的价值评判方案</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Decides between answers that are equally good</source>
        <translation>在同样好的答复之间作取舍</translation>
    </message>
    <message>
        <source>firm</source>
        <translation>强硬</translation>
    </message>
    <message>
        <source>reciprocal</source>
        <translation>对等</translation>
    </message>
    <message>
        <source>conceding</source>
        <translation>退让</translation>
    </message>
    <message>
        <source>the mean of its roles</source>
        <translation>其各角色的平均值</translation>
    </message>
    <message>
        <source>Clauses of the package in front that the script does not touch</source>
        <translation>当前方案中脚本不触动的条款</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>Your work cannot be put aside at the moment, so a crash would lose it: {reason}</source>
        <translation>目前无法写入恢复副本，程序一旦崩溃将丢失工作：{reason}</translation>
    </message>
    <message>
        <source>Save the deal now and then; this is said once.</source>
        <translation>请不时保存协议；此提示只出现一次。</translation>
    </message>
</context>
<context>
    <name>ScenesPanel</name>
    <message>
        <source>Light on dark</source>
        <translation>深色背景</translation>
    </message>
    <message>
        <source>Whose move</source>
        <translation>轮到谁</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Score of Why</source>
        <translation>“贡献”针对的评分</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>baseline {0}; 5–95 %: {1}</source>
        <translation>基准 {0}；5–95 %：{1}</translation>
    </message>
</context>
<context>
    <name>ScoreboardPane</name>
    <message>
        <source>Scoreboard</source>
        <translation>计分板</translation>
    </message>
    <message>
        <source>Switch what changes are measured against</source>
        <translation>切换变化的比较对象</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Enter opens where a number comes from</source>
        <translation>按回车键查看数字来源</translation>
    </message>
    <message>
        <source>against the baseline</source>
        <translation>与基准相比</translation>
    </message>
    <message>
        <source>since the last change</source>
        <translation>与上次更改相比</translation>
    </message>
    <message>
        <source>Changes: against baseline</source>
        <translation>变化：与基准相比</translation>
    </message>
    <message>
        <source>Changes: since last edit</source>
        <translation>变化：与上次编辑相比</translation>
    </message>
    <message>
        <source>What moved: {0}</source>
        <translation>变化项：{0}</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>变化项</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>另有{0}项</translation>
    </message>
    <message>
        <source>Stronger than any precedent: outside the tested range</source>
        <translation>强于任何先例：超出检验范围</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Computing the first score …</source>
        <translation>正在计算首次评分……</translation>
    </message>
    <message>
        <source>No score yet</source>
        <translation>尚无评分</translation>
    </message>
    <message>
        <source>Updating …</source>
        <translation>正在更新……</translation>
    </message>
    <message>
        <source>± {0} with {1} draws</source>
        <translation>± {0}，{1} 次抽样</translation>
    </message>
    <message>
        <source>{0}, more to come</source>
        <translation>{0}，仍在计算</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>供应</translation>
    </message>
    <message>
        <source>Where the supply comes from</source>
        <translation>供应来源</translation>
    </message>
    <message>
        <source>Technology leadership</source>
        <translation>技术领先</translation>
    </message>
    <message>
        <source>Derisking</source>
        <translation>降风险</translation>
    </message>
    <message>
        <source>US firms</source>
        <translation>美国企业</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>产业</translation>
    </message>
    <message>
        <source>Durability of the deal</source>
        <translation>协议持久性</translation>
    </message>
    <message>
        <source>China&apos;s position</source>
        <translation>中国的处境</translation>
    </message>
    <message>
        <source>Balance of the deal</source>
        <translation>协议平衡</translation>
    </message>
    <message>
        <source>5–95 %: {0}</source>
        <translation>5–95 %：{0}</translation>
    </message>
    <message>
        <source>baseline {0}</source>
        <translation>基准 {0}</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>至少 {0}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>至多 {0}</translation>
    </message>
    <message>
        <source>✓ Target met: {0}</source>
        <translation>✓ 已达目标：{0}</translation>
    </message>
    <message>
        <source>Target: {0}</source>
        <translation>目标：{0}</translation>
    </message>
    <message>
        <source>Worst cells</source>
        <translation>最薄弱处</translation>
    </message>
    <message>
        <source>worst that can move: {0}</source>
        <translation>可影响者中最低：{0}</translation>
    </message>
    <message>
        <source>Worst cells, share of need met</source>
        <translation>最薄弱处，需求满足率</translation>
    </message>
</context>
<context>
    <name>SealedPanel</name>
    <message>
        <source>Sealed: {name}</source>
        <translation>已密封：{name}</translation>
    </message>
    <message>
        <source>NOT ENCRYPTED: {name}</source>
        <translation>未加密：{name}</translation>
    </message>
    <message>
        <source>Nothing is sealed in this deal.</source>
        <translation>此协议中没有密封内容。</translation>
    </message>
    <message>
        <source>Sealed values</source>
        <translation>密封值</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Opens it on this screen only; the room never sees it</source>
        <translation>只在本屏幕打开，会场看不到</translation>
    </message>
</context>
<context>
    <name>SealingWords</name>
    <message>
        <source>Seal a party&apos;s own values</source>
        <translation>密封一方的数值</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Passphrase that opens it</source>
        <translation>开启口令</translation>
    </message>
    <message>
        <source>Open it on this screen</source>
        <translation>在本屏幕打开</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>密封</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>What you seal is encrypted with a passphrase of your own and stays out of every shared view: the room&apos;s window, the record, reports, clean copies and other tables. Nobody can open it without the passphrase, not even with this program.</source>
        <translation>密封内容以你方自己的口令加密，不会出现在任何共享画面：会场窗口、记录、报告、净本和其他桌。没有口令，任何人用任何程序都无法开启，本程序也不例外。</translation>
    </message>
    <message>
        <source>Sealed: it stays closed until its passphrase opens it. If the passphrase is lost, it can only be removed.</source>
        <translation>已密封：用口令开启之前不显示。口令遗失后只能移除。</translation>
    </message>
    <message>
        <source>NOT ENCRYPTED: an older dealbuilder saved it, and whoever has the file can read it. Type a passphrase twice and seal it as it is, or open it first. Sealing and removing also clear it from the history and the kept versions; removed that way, undo does not bring it back.</source>
        <translation>未加密：由旧版程序保存，持有文件者都能读取。请两次输入口令后原样密封，或先打开。密封和移除都会从历史记录和保存的版本中清除；如此移除后，撤销无法恢复。</translation>
    </message>
    <message>
        <source>Nothing is sealed now, but an earlier value stands NOT ENCRYPTED in the history or in a kept version. Remove clears it for good.</source>
        <translation>目前没有密封内容，但历史记录或保存的版本中有较早的数值未加密。“移除”将其永久清除。</translation>
    </message>
    <message>
        <source>Nothing is sealed for this role. The form starts from the catalogue&apos;s judgement.</source>
        <translation>该角色尚无密封内容。表单以目录的判断为起点。</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在开启…</translation>
    </message>
    <message>
        <source>Sealing…</source>
        <translation>正在密封…</translation>
    </message>
    <message>
        <source>Open: whoever looks at this screen can read it.</source>
        <translation>已打开：看到本屏幕的人都能读到。</translation>
    </message>
    <message>
        <source>It is NOT ENCRYPTED in the file until you seal it.</source>
        <translation>在你方密封之前，它在文件中未加密。</translation>
    </message>
    <message>
        <source>It was sealed in another deal: this one is a copy of it, or somebody put it here.</source>
        <translation>它是在另一份协议中密封的：本协议是其副本，或有人将其放入。</translation>
    </message>
    <message>
        <source>At least one weight must be more than 0; nothing was sealed.</source>
        <translation>至少一个权重须大于0；未密封。</translation>
    </message>
</context>
<context>
    <name>SeatsEditor</name>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Person or table</source>
        <translation>人员或桌次</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Add seat</source>
        <translation>添加席位</translation>
    </message>
    <message>
        <source>Remove seat</source>
        <translation>移除席位</translation>
    </message>
    <message>
        <source>Role of seat {number}</source>
        <translation>席位{number}的角色</translation>
    </message>
    <message>
        <source>{id} (unknown role)</source>
        <translation>{id}（未知角色）</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show what is typed: {field}</source>
        <translation>显示输入内容：{field}</translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>Set up a session</source>
        <translation>设置研讨</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>The plan in this deal</source>
        <translation>此协议中的计划</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Scores are public: everybody sees them at once</source>
        <translation>分数公开：所有人随时可见</translation>
    </message>
    <message>
        <source>Scores are hidden after every change until the chair reveals them</source>
        <translation>每次变动后分数隐藏，直到主持人揭晓</translation>
    </message>
    <message>
        <source>The chair alone sees scores</source>
        <translation>只有主持人能看到分数</translation>
    </message>
    <message>
        <source>Deck of injects</source>
        <translation>突发事件卡组</translation>
    </message>
    <message>
        <source>Choose before the start who sees scores. Numbers that are put on options midway change the game: what was unacceptable becomes a price.</source>
        <translation>请在开始前选定谁能看到分数。中途给选项标上数字会改变博弈：原本不可接受的变成了价码。</translation>
    </message>
    <message>
        <source>A session is running, so who sees scores stays as it was chosen.</source>
        <translation>研讨进行中，谁能看到分数不再改变。</translation>
    </message>
    <message>
        <source>Parts of the set-up</source>
        <translation>设置内容</translation>
    </message>
    <message>
        <source>Template and scores</source>
        <translation>模板与分数</translation>
    </message>
    <message>
        <source>Running order</source>
        <translation>议程</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Injects</source>
        <translation>突发事件</translation>
    </message>
    <message>
        <source>As it was set up before.</source>
        <translation>沿用先前的设置。</translation>
    </message>
    <message>
        <source>What this template was made for: {policy}</source>
        <translation>该模板适用：{policy}</translation>
    </message>
    <message>
        <source>{id} (unknown)</source>
        <translation>{id}（未知）</translation>
    </message>
    <message>
        <source>This deal is open read-only; save it under another name to set up a session.</source>
        <translation>协议以只读方式打开；请另存后再设置研讨。</translation>
    </message>
    <message>
        <source>A session needs at least one stage; add one or choose a template.</source>
        <translation>研讨至少需要一个阶段；请添加阶段或选择模板。</translation>
    </message>
    <message>
        <source>Choose who sees scores.</source>
        <translation>请选择谁能看到分数。</translation>
    </message>
    <message>
        <source>Roles this catalogue does not know have no sheet: {names}.</source>
        <translation>本目录未知的角色没有角色单：{names}。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Scenes fade, replays run</source>
        <translation>场景渐变，回放逐步播放</translation>
    </message>
    <message>
        <source>US letter</source>
        <translation>美国信纸</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Paper of reports</source>
        <translation>报告纸张</translation>
    </message>
    <message>
        <source>Draws of new deals</source>
        <translation>新协议的抽样次数</translation>
    </message>
    <message>
        <source>Name on versions</source>
        <translation>版本署名</translation>
    </message>
</context>
<context>
    <name>ShiftRow</name>
    <message>
        <source>“{0}” is no channel and no assumption: choose one from the list.</source>
        <translation>“{0}”既不是通道也不是假设：请从列表中选择。</translation>
    </message>
    <message>
        <source>{0}: a figure is needed.</source>
        <translation>{0}：需要数值。</translation>
    </message>
    <message>
        <source>{0}: the shift lies between −{1} and +{1}, and is not nought.</source>
        <translation>{0}：改动应在−{1}至+{1}之间，且不为零。</translation>
    </message>
    <message>
        <source>{0}: the value lies outside low to high.</source>
        <translation>{0}：取值在低值至高值之外。</translation>
    </message>
    <message>
        <source>{0}: one of the figures lies outside what can be.</source>
        <translation>{0}：有数值超出可能范围。</translation>
    </message>
    <message>
        <source>Catalogue: {now}. Allowed: {low} to {high}. Unit: {unit}</source>
        <translation>目录：{now}。允许范围：{low}至{high}。单位：{unit}</translation>
    </message>
    <message>
        <source>Added to what is in force, ±{reach}; it stays between {low} and {high}. Unit: {unit}</source>
        <translation>加在实际生效值上，±{reach}；结果限于{low}至{high}。单位：{unit}</translation>
    </message>
    <message>
        <source>Assumption that moves</source>
        <translation>改动的假设</translation>
    </message>
    <message>
        <source>Channel that moves</source>
        <translation>改动的通道</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低值</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高值</translation>
    </message>
    <message>
        <source>Shift, signed</source>
        <translation>改动（带正负号）</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>移除此行</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>本国</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>议程</translation>
    </message>
    <message>
        <source>US concessions</source>
        <translation>美方让步</translation>
    </message>
    <message>
        <source>Chinese commitments</source>
        <translation>中方承诺</translation>
    </message>
    <message>
        <source>Home programme (derisking)</source>
        <translation>国内计划（降风险）</translation>
    </message>
    <message>
        <source>Terms of the deal</source>
        <translation>协议条件</translation>
    </message>
    <message>
        <source>Later agenda</source>
        <translation>后续议程</translation>
    </message>
    <message>
        <source>United States gives</source>
        <translation>美方付出</translation>
    </message>
    <message>
        <source>China gives</source>
        <translation>中方付出</translation>
    </message>
</context>
<context>
    <name>SightsPanel</name>
    <message>
        <source>CURTAIN</source>
        <translation>幕布</translation>
    </message>
    <message>
        <source>FROZEN</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>The room sees now</source>
        <translation>会场当前画面</translation>
    </message>
    <message>
        <source>Beneath, unseen</source>
        <translation>幕后（会场不可见）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Picture of what the room sees now</source>
        <translation>会场当前画面缩略图</translation>
    </message>
    <message>
        <source>Hold the mouse down on the picture to point for the room</source>
        <translation>在图上按住鼠标可向会场指示</translation>
    </message>
    <message>
        <source>Picture of what comes next</source>
        <translation>下一画面缩略图</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>How is this computed?</source>
        <translation>如何计算？</translation>
    </message>
    <message>
        <source>Who earned it?</source>
        <translation>贡献来自谁？</translation>
    </message>
</context>
<context>
    <name>StagesEditor</name>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>outside of a round</source>
        <translation>不属于任何一轮</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Opens with</source>
        <translation>起始画面</translation>
    </message>
    <message>
        <source>The room reads (at most forty words)</source>
        <translation>会场阅读内容（英文至多四十词）</translation>
    </message>
    <message>
        <source>Notes for the chair</source>
        <translation>主持人备注</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} minutes in all ({hours} h)</source>
        <translation>共{minutes}分钟（{hours}小时）</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>新阶段</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Start screen</source>
        <translation>开始页</translation>
    </message>
    <message>
        <source>The mark of dealbuilder: a blue disc and a vermilion square in balance</source>
        <translation>dealbuilder 标志：保持平衡的蓝色圆盘和朱红方块</translation>
    </message>
    <message>
        <source>Build a US-China package, see what supply it restores and what it costs. Offline.</source>
        <translation>组合中美方案，看它恢复多少供应、付出什么代价。离线运行。</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近文件</translation>
    </message>
    <message>
        <source>What are you trying to get?</source>
        <translation>您想得到什么？</translation>
    </message>
    <message>
        <source>Choose any; each becomes a line to reach on the scoreboard. Then start a new deal or an example.</source>
        <translation>可任选；每项都会成为计分板上的目标线。然后新建协议或打开示例。</translation>
    </message>
    <message>
        <source>Start from an example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>New deals start from</source>
        <translation>新协议的起点</translation>
    </message>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Saved to {file}</source>
        <translation>已保存到 {file}</translation>
    </message>
    <message>
        <source>Untitled deal</source>
        <translation>未命名协议</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Scoring…</source>
        <translation>正在评分……</translation>
    </message>
    <message>
        <source>{draws}, standard error ±{error} · model result, not a forecast</source>
        <translation>{draws}，标准误 ±{error} · 模型结果，并非预测</translation>
    </message>
</context>
<context>
    <name>StudyWindow</name>
    <message>
        <source>Study of the deal</source>
        <translation>协议研究</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>How far the answer is</source>
        <translation>答案的进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation>计算</translation>
    </message>
</context>
<context>
    <name>Studying</name>
    <message>
        <source>{package}, against {baseline} · worldview {view} · pack {pack} · {draws} · model result</source>
        <translation>{package}，对比{baseline} · 世界观{view} · 数据包{pack} · {draws} · 模型结果</translation>
    </message>
    <message>
        <source>no new deal</source>
        <translation>无新协议</translation>
    </message>
    <message>
        <source>Waiting for the score; anything shown is for the deal before the last change.</source>
        <translation>正在等待评分；若有显示，则为最近一次修改之前的协议的结果。</translation>
    </message>
    <message>
        <source>Working it out; anything shown is for the deal or choice before the last change.</source>
        <translation>正在计算；若有显示，则为最近一次修改或选择之前的结果。</translation>
    </message>
    <message>
        <source>Stopped before the answer came; anything shown is the last one.</source>
        <translation>已停止，尚未得出回答；若有显示，则为上一次的回答。</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入{file}</translation>
    </message>
</context>
<context>
    <name>TableRows</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>桌</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Supply restored, %</source>
        <translation>供应恢复程度（%）</translation>
    </message>
    <message>
        <source>Leadership cost, points</source>
        <translation>技术领先代价（点）</translation>
    </message>
    <message>
        <source>Alive, month 60, %</source>
        <translation>第60个月存续（%）</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>TablesDialog</name>
    <message>
        <source>Scoring… {share} %</source>
        <translation>正在计分… {share} %</translation>
    </message>
    <message>
        <source>Add merged package to the deal</source>
        <translation>将合并方案加入协议</translation>
    </message>
    <message>
        <source>Add as package</source>
        <translation>作为方案加入</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation>未读入的文件</translation>
    </message>
    <message>
        <source>Tables of the room</source>
        <translation>各桌方案</translation>
    </message>
    <message>
        <source>Drag the tables’ deal files or PDFs onto this window, or choose “Add files…”.</source>
        <translation>将各桌的协议文件或PDF拖入此窗口，或选择“添加文件…”。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Package that counts</source>
        <translation>计入的方案</translation>
    </message>
    <message>
        <source>Tables and their scores</source>
        <translation>各桌及其评分</translation>
    </message>
    <message>
        <source>Delete removes a table; Ctrl and the up or down arrow sort by the current column</source>
        <translation>Delete键移除一桌；Ctrl加上下方向键按当前列排序</translation>
    </message>
    <message>
        <source>Tables: matrix, map, merge, skipped files</source>
        <translation>各桌：矩阵、分布图、合并、未读入的文件</translation>
    </message>
</context>
<context>
    <name>Tabling</name>
    <message>
        <source>Merged</source>
        <translation>合并方案</translation>
    </message>
    <message>
        <source>“{name}” is a package of the deal now.</source>
        <translation>“{name}”已成为本协议的方案。</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入{file}</translation>
    </message>
</context>
<context>
    <name>TimingStrip</name>
    <message>
        <source>at signature</source>
        <translation>签署时</translation>
    </message>
    <message>
        <source>from month {0}</source>
        <translation>自第{0}个月</translation>
    </message>
    <message>
        <source>full effect at month {0}</source>
        <translation>第{0}个月全部生效</translation>
    </message>
    <message>
        <source>to the end of the deal</source>
        <translation>至协议结束</translation>
    </message>
    <message>
        <source>until month {0}</source>
        <translation>至第{0}个月</translation>
    </message>
    <message>
        <source>after the scored five years</source>
        <translation>在计分的五年之后</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a phrase</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>full effect</source>
        <translation>全部生效</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Timing of {0}: {1}</source>
        <translation>{0}的时间安排：{1}</translation>
    </message>
    <message>
        <source>Active handle: {0}</source>
        <translation>当前手柄：{0}</translation>
    </message>
</context>
<context>
    <name>ToldBox</name>
    <message>
        <source>Suggestions with what each changes, ± its standard error</source>
        <translation>各项建议及其变化，±标准误</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Shows the scores that the chosen moves would bring, without making them</source>
        <translation>显示所选变动将带来的得分，而不作出变动</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Makes the chosen moves; one undo takes all of them back</source>
        <translation>作出所选变动；撤销一次即可全部收回</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Find a measure</source>
        <translation>找到一项措施</translation>
    </message>
    <message>
        <source>Here stands what either side can do. Search by name or rule, rest on a measure to preview it, and press Enter to put it into the package.</source>
        <translation>这里列出双方能做的事。可按名称或规则搜索，停留在一项措施上即可预览，按回车键加入方案。</translation>
    </message>
    <message>
        <source>Say how far it goes</source>
        <translation>决定做到哪一档</translation>
    </message>
    <message>
        <source>The United States left, China right. Pick a level for each clause, and drag its strip to say when it starts and ends. Every step can be undone.</source>
        <translation>美国在左，中国在右。为每个条款选择档位，拖动时间条设定何时开始和结束。每一步都可撤销。</translation>
    </message>
    <message>
        <source>Read the scores</source>
        <translation>看评分</translation>
    </message>
    <message>
        <source>They follow by themselves, with a range, the worst cell and what moved. Click any number to see where it comes from, and contest it. These are model results, not forecasts.</source>
        <translation>评分会自行跟上，并给出区间、最薄弱处和变化项。点击任一数字可看它从何而来，也可提出异议。这些是模型结果，并非预测。</translation>
    </message>
    <message>
        <source>Keep it, study it, show it</source>
        <translation>保存、研究、展示</translation>
    </message>
    <message>
        <source>Save keeps all in one file. The buttons open the PDF, the study and the assumptions; the menu Room leads a workshop. F1 opens the manual at the part you are in.</source>
        <translation>“保存”把全部内容存为一个文件。按钮打开 PDF、研究和假设；“会场”菜单用于主持研讨。F1 在您所处的部分打开手册。</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number}/{all}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
</context>
<context>
    <name>TrancheBuilder</name>
    <message>
        <source>There is no clause of either side to stage.</source>
        <translation>双方均无可分批的条款。</translation>
    </message>
    <message>
        <source>Leave marks and terms as they are</source>
        <translation>标记与条款保持不变</translation>
    </message>
    <message>
        <source>The model counts tranches through this term: {term}, {level}.</source>
        <translation>模型通过以下协议条款计入分批：{term}，{level}。</translation>
    </message>
    <message>
        <source>Tranches and snapback</source>
        <translation>分批与快速恢复</translation>
    </message>
    <message>
        <source>Choose clauses and a rhythm. Each clause starts with its tranche; the preview shows what that does, and one step of undo takes it back.</source>
        <translation>选择条款和节奏。每项条款随其批次生效；预览显示其作用，一步撤销即可复原。</translation>
    </message>
    <message>
        <source>&amp;Rhythm</source>
        <translation>节奏(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Snapback of these clauses</source>
        <translation>这些条款的快速恢复(&amp;S)</translation>
    </message>
    <message>
        <source>Wait for the other side&apos;s earlier tranche</source>
        <translation>等待对方上一批履行</translation>
    </message>
    <message>
        <source>Say so in the terms of the deal</source>
        <translation>写入协议条款</translation>
    </message>
    <message>
        <source>&amp;Apply to the package</source>
        <translation>应用到方案(&amp;A)</translation>
    </message>
    <message>
        <source>What the plan does</source>
        <translation>此安排的作用</translation>
    </message>
</context>
<context>
    <name>TrancheTable</name>
    <message>
        <source>These two mirror each other in the catalogue.</source>
        <translation>目录中这两项互为对应。</translation>
    </message>
    <message>
        <source>no clause left to match</source>
        <translation>无可对应的条款</translation>
    </message>
    <message>
        <source>{n} (month {month})</source>
        <translation>第{n}批（第{month}个月）</translation>
    </message>
    <message>
        <source>Tranche of {clause}</source>
        <translation>{clause}的批次</translation>
    </message>
    <message>
        <source>Clauses to stage</source>
        <translation>可分批的条款</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>Matched with</source>
        <translation>对应条款</translation>
    </message>
    <message>
        <source>Tranche</source>
        <translation>批次</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Show what it carries at least (a rehearsal hides that)</source>
        <translation>显示其底线（预演时隐藏）</translation>
    </message>
    <message>
        <source>Transcript of the rehearsal</source>
        <translation>预演记录</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>“{text}” can be read as {whole} or as {point}. Write one of these two.</source>
        <translation>“{text}”可读作{whole}或{point}。请写明其中之一。</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <source>“{text}” is too large for any assumption.</source>
        <translation>“{text}”过大，不适用于任何假设。</translation>
    </message>
</context>
<context>
    <name>UnsealingDialog</name>
    <message>
        <source>Open sealed values</source>
        <translation>开启密封值</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>These values are NOT ENCRYPTED: whoever has the file can read them.</source>
        <translation>这些数值未加密：持有文件者都能读取。</translation>
    </message>
    <message>
        <source>Open them here</source>
        <translation>在此开启</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在开启…</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Keep the deal as it is now. Why?</source>
        <translation>保留协议现状。原因？</translation>
    </message>
    <message>
        <source>One line, for example: after the second round</source>
        <translation>一行说明，例如：第二轮之后</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>保留版本</translation>
    </message>
    <message>
        <source>Kept versions, newest first</source>
        <translation>已保留的版本，最新在前</translation>
    </message>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>(no note)</source>
        <translation>（无说明）</translation>
    </message>
    <message>
        <source>No version is kept yet.</source>
        <translation>尚未保留版本。</translation>
    </message>
    <message>
        <source>Bring this version back</source>
        <translation>恢复此版本</translation>
    </message>
    <message>
        <source>Bringing a version back loses nothing: it can be undone, and every version stays.</source>
        <translation>恢复版本不会丢失任何内容：可以撤销，所有版本都会保留。</translation>
    </message>
</context>
<context>
    <name>WeightsForm</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>One point for</source>
        <translation>一分对应</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>less</source>
        <translation>更少</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>{name}的权重</translation>
    </message>
    <message>
        <source>More or less of {name}</source>
        <translation>{name}：更多或更少</translation>
    </message>
    <message>
        <source>Change of {name} that counts as one point</source>
        <translation>{name}变动多少计一分</translation>
    </message>
</context>
<context>
    <name>WherePage</name>
    <message>
        <source>As a table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>WhyChoice</name>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Score whose credit is told</source>
        <translation>要说明其贡献的评分</translation>
    </message>
    <message>
        <source>Type a part of a name to find a score.</source>
        <translation>键入名称的一部分即可查找评分。</translation>
    </message>
    <message>
        <source>Credit of each clause</source>
        <translation>各条款的贡献</translation>
    </message>
    <message>
        <source>Leave one out</source>
        <translation>逐条剔除</translation>
    </message>
    <message>
        <source>By side</source>
        <translation>按方别</translation>
    </message>
    <message>
        <source>By theme</source>
        <translation>按主题</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Who earned it</source>
        <translation>贡献来自谁</translation>
    </message>
    <message>
        <source>The package has no clause yet. Add one, and its part in every score is told here.</source>
        <translation>方案尚无条款。添加一条后，此处将说明它在每项评分中的份额。</translation>
    </message>
    <message>
        <source>The package has the same clauses as its baseline, so there is no credit to share out.</source>
        <translation>方案与基准的条款相同，没有可分配的贡献。</translation>
    </message>
    <message>
        <source>This score is not defined for this deal, so that there is nothing to share out.</source>
        <translation>该评分对本协议没有定义，因此没有可分配的贡献。</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>Pairs of clauses</source>
        <translation>条款对</translation>
    </message>
    <message>
        <source>Clauses that work on each other</source>
        <translation>相互作用的条款</translation>
    </message>
    <message>
        <source>How is this computed?</source>
        <translation>这是如何计算的？</translation>
    </message>
    <message>
        <source>Run longer for smaller errors</source>
        <translation>延长运行以减小误差</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source> (read-only)</source>
        <translation>（只读）</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>This deal is open read-only; nothing was changed.</source>
        <translation>此协议以只读方式打开；未作更改。</translation>
    </message>
    <message>
        <source>Save it under another name to work on it.</source>
        <translation>另存为其他文件名后即可编辑。</translation>
    </message>
</context>
<context>
    <name>WorldTable</name>
    <message>
        <source>In short</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Assumptions it replaces</source>
        <translation>所替换的假设数</translation>
    </message>
    <message>
        <source>{name} (this deal)</source>
        <translation>{name}（本协议）</translation>
    </message>
</context>
<context>
    <name>Worlds</name>
    <message>
        <source>Technology</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Chinese intent</source>
        <translation>中方意图</translation>
    </message>
    <message>
        <source>Derisking</source>
        <translation>去风险</translation>
    </message>
    <message>
        <source>Coercion</source>
        <translation>胁迫</translation>
    </message>
    <message>
        <source>between the two readings</source>
        <translation>介于两种观点之间</translation>
    </message>
    <message>
        <source>controls backfire</source>
        <translation>管制适得其反</translation>
    </message>
    <message>
        <source>controls work</source>
        <translation>管制有效</translation>
    </message>
    <message>
        <source>slow bureaucracy, no scheme</source>
        <translation>官僚低效，并非蓄意</translation>
    </message>
    <message>
        <source>deliberate metering</source>
        <translation>有意控量</translation>
    </message>
    <message>
        <source>building takes long</source>
        <translation>建设耗时长</translation>
    </message>
    <message>
        <source>building can be fast</source>
        <translation>建设可以加快</translation>
    </message>
    <message>
        <source>a deal calms</source>
        <translation>协议带来缓和</translation>
    </message>
    <message>
        <source>a deal teaches that pressure pays</source>
        <translation>协议助长施压</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Package</source>
        <translation>方案(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>研究(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>会场(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>新建协议</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开……</translation>
    </message>
    <message>
        <source>Examples and start screen</source>
        <translation>示例与开始页</translation>
    </message>
    <message>
        <source>Recover unsaved work…</source>
        <translation>恢复未保存的工作……</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为……</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>版本……</translation>
    </message>
    <message>
        <source>Export PDF report…</source>
        <translation>导出 PDF 报告……</translation>
    </message>
    <message>
        <source>Export data and pictures…</source>
        <translation>导出数据和图片……</translation>
    </message>
    <message>
        <source>Clean copy for the other side…</source>
        <translation>给对方的净本……</translation>
    </message>
    <message>
        <source>Close deal</source>
        <translation>关闭协议</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy score as text</source>
        <translation>复制评分文本</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>备注……</translation>
    </message>
    <message>
        <source>Rename deal…</source>
        <translation>重命名协议……</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置……</translation>
    </message>
    <message>
        <source>New package</source>
        <translation>新建方案</translation>
    </message>
    <message>
        <source>Duplicate package</source>
        <translation>复制方案</translation>
    </message>
    <message>
        <source>Rename package…</source>
        <translation>重命名方案……</translation>
    </message>
    <message>
        <source>Next package</source>
        <translation>下一个方案</translation>
    </message>
    <message>
        <source>Previous package</source>
        <translation>上一个方案</translation>
    </message>
    <message>
        <source>Use this package as baseline</source>
        <translation>以此方案为基准</translation>
    </message>
    <message>
        <source>Clause off the menu…</source>
        <translation>场内提出的条款…</translation>
    </message>
    <message>
        <source>Remove all clauses</source>
        <translation>移除全部条款</translation>
    </message>
    <message>
        <source>Delete package</source>
        <translation>删除方案</translation>
    </message>
    <message>
        <source>Go to catalogue</source>
        <translation>转到目录</translation>
    </message>
    <message>
        <source>Go to package</source>
        <translation>转到方案</translation>
    </message>
    <message>
        <source>Go to scoreboard</source>
        <translation>转到计分板</translation>
    </message>
    <message>
        <source>Go to charts</source>
        <translation>转到图表</translation>
    </message>
    <message>
        <source>Compare with baseline instead of last change</source>
        <translation>与基准而非上次更改比较</translation>
    </message>
    <message>
        <source>Show charts</source>
        <translation>显示图表</translation>
    </message>
    <message>
        <source>Assumptions and sources…</source>
        <translation>假设与来源……</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>标准文字大小</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>English / 中文</source>
        <translation>English / 中文</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Who earned it…</source>
        <translation>贡献来自谁…</translation>
    </message>
    <message>
        <source>What it hangs on…</source>
        <translation>取决于什么…</translation>
    </message>
    <message>
        <source>When it fails…</source>
        <translation>何时失效…</translation>
    </message>
    <message>
        <source>Who accepts it…</source>
        <translation>谁会接受…</translation>
    </message>
    <message>
        <source>Will it hold…</source>
        <translation>能否维持…</translation>
    </message>
    <message>
        <source>Compare packages…</source>
        <translation>比较方案…</translation>
    </message>
    <message>
        <source>Better deals…</source>
        <translation>更好的协议…</translation>
    </message>
    <message>
        <source>Rehearse against a counterpart…</source>
        <translation>与对手预演…</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Set up a session…</source>
        <translation>设置研讨…</translation>
    </message>
    <message>
        <source>Seal a party&apos;s own values…</source>
        <translation>密封一方的数值…</translation>
    </message>
    <message>
        <source>Injects…</source>
        <translation>突发事件…</translation>
    </message>
    <message>
        <source>Write down a proposal…</source>
        <translation>记录提案…</translation>
    </message>
    <message>
        <source>Write down the agreement…</source>
        <translation>记录协议…</translation>
    </message>
    <message>
        <source>Tables…</source>
        <translation>各桌…</translation>
    </message>
    <message>
        <source>Debrief…</source>
        <translation>复盘…</translation>
    </message>
    <message>
        <source>Print kit…</source>
        <translation>打印资料…</translation>
    </message>
    <message>
        <source>Rehearsal check…</source>
        <translation>彩排检查…</translation>
    </message>
    <message>
        <source>Help on this part</source>
        <translation>此处的帮助</translation>
    </message>
    <message>
        <source>Keyboard map</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation>带我看一看</translation>
    </message>
    <message>
        <source>About this computer…</source>
        <translation>关于本机……</translation>
    </message>
    <message>
        <source>About dealbuilder</source>
        <translation>关于 dealbuilder</translation>
    </message>
</context>
<context>
    <name>asking</name>
    <message>
        <source>Where will this stand: {indicator}?</source>
        <translation>“{indicator}”将达到多少？</translation>
    </message>
    <message>
        <source>clearly down</source>
        <translation>明显下降</translation>
    </message>
    <message>
        <source>a little down</source>
        <translation>略有下降</translation>
    </message>
    <message>
        <source>about the same</source>
        <translation>大致不变</translation>
    </message>
    <message>
        <source>a little up</source>
        <translation>略有上升</translation>
    </message>
    <message>
        <source>clearly up</source>
        <translation>明显上升</translation>
    </message>
    <message>
        <source>Which clause moved this most: {indicator}?</source>
        <translation>哪个条款对此影响最大：{indicator}？</translation>
    </message>
    <message>
        <source>Which clauses moved this most: {indicator}?</source>
        <translation>哪一类条款对此影响最大：{indicator}？</translation>
    </message>
    <message>
        <source>what the United States gives</source>
        <translation>美方给予的条款</translation>
    </message>
    <message>
        <source>what China gives</source>
        <translation>中方给予的条款</translation>
    </message>
    <message>
        <source>the programme at home</source>
        <translation>国内计划</translation>
    </message>
    <message>
        <source>the terms: verification, tranches, snapback</source>
        <translation>协议条件：核查、分批、快速恢复</translation>
    </message>
    <message>
        <source>the later agenda</source>
        <translation>后续议程</translation>
    </message>
    <message>
        <source>below {value}</source>
        <translation>低于{value}</translation>
    </message>
    <message>
        <source>above {value}</source>
        <translation>高于{value}</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>法律文件</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Takes full effect</source>
        <translation>全部生效所需</translation>
    </message>
    <message>
        <source>Can be taken back in</source>
        <translation>撤回所需</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>提出方</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>What binds instead</source>
        <translation>实际约束</translation>
    </message>
    <message>
        <source>Recorded only</source>
        <translation>仅作记录</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>档位</translation>
    </message>
    <message>
        <source>What it sets in the model</source>
        <translation>在模型中设定</translation>
    </message>
    <message>
        <source>This package</source>
        <translation>本方案</translation>
    </message>
    <message>
        <source>Range, 5th to 95th percentile</source>
        <translation>区间，第5至95百分位</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Standard error of the mean</source>
        <translation>均值标准误</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽样次数</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>A model result, not a forecast. Its inputs stand under View &gt; Assumptions and sources.</source>
        <translation>模型结果，并非预测。输入见“视图 &gt; 假设与来源”。</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>In this deal</source>
        <translation>本协议中</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>更改者</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Monthly series of the model, mean and 5th to 95th percentile over the draws.</source>
        <translation>模型的月度序列，抽样均值及第5至95百分位。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Observed months</source>
        <translation>实测月份</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Share of the need of this material, end use and class that is met, mean of months 1 to 60.</source>
        <translation>该材料、最终用途和类别的需求满足率，第1至60个月均值。</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Sources disagree</source>
        <translation>来源不一致</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>记录在案</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Deals and their PDFs (*.deal *.pdf);;All files (*)</source>
        <translation>协议及其 PDF (*.deal *.pdf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>goals</name>
    <message>
        <source>Civil magnets that arrive</source>
        <translation>民用磁体按需到货</translation>
    </message>
    <message>
        <source>Car, medical and industrial users get at least 90 % of their need.</source>
        <translation>汽车、医疗和工业用户的需求满足率至少 90 %。</translation>
    </message>
    <message>
        <source>A modest price in technology</source>
        <translation>技术代价适度</translation>
    </message>
    <message>
        <source>The leadership cost stays at or below 15 index points.</source>
        <translation>技术领先代价不超过 15 指数点。</translation>
    </message>
    <message>
        <source>Something for defence users</source>
        <translation>国防用户有所得</translation>
    </message>
    <message>
        <source>Military end users get at least half of their need.</source>
        <translation>军事最终用户至少得到一半需求。</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>While presenting</source>
        <translation>演示时</translation>
    </message>
    <message>
        <source>In the catalogue</source>
        <translation>在目录中</translation>
    </message>
    <message>
        <source>Next or previous measure; resting on one previews it</source>
        <translation>下一项或上一项措施；停留即预览</translation>
    </message>
    <message>
        <source>Close or open a group</source>
        <translation>收起或展开一组</translation>
    </message>
    <message>
        <source>Add the measure to the package</source>
        <translation>将措施加入方案</translation>
    </message>
    <message>
        <source>Source card of the measure</source>
        <translation>措施的来源卡</translation>
    </message>
    <message>
        <source>On a clause</source>
        <translation>在条款上</translation>
    </message>
    <message>
        <source>Level down or up; on the timing strip: earlier or later</source>
        <translation>降低或提高档位；在时间条上：提前或推后</translation>
    </message>
    <message>
        <source>Choose a level</source>
        <translation>选择档位</translation>
    </message>
    <message>
        <source>Back to the baseline: no clause</source>
        <translation>恢复基准：无条款</translation>
    </message>
    <message>
        <source>Remove the clause</source>
        <translation>移除条款</translation>
    </message>
    <message>
        <source>In the assumptions</source>
        <translation>在假设表中</translation>
    </message>
    <message>
        <source>Change the assumption; so does Enter</source>
        <translation>修改假设，按Enter亦可</translation>
    </message>
    <message>
        <source>Restore the catalogue&apos;s value</source>
        <translation>还原目录值</translation>
    </message>
    <message>
        <source>Take back what is typed, then close</source>
        <translation>撤回输入，再按则关闭</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Next control; with Shift the one before</source>
        <translation>下一个控件；加 Shift 为上一个</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>End the preview or close the dialog</source>
        <translation>结束预览或关闭对话框</translation>
    </message>
    <message>
        <source>Next or previous page, then stage; a clicker&apos;s keys</source>
        <translation>下一页或上一页，之后换阶段；翻页笔按键</translation>
    </message>
    <message>
        <source>Next or previous scene</source>
        <translation>下一画面或上一画面</translation>
    </message>
    <message>
        <source>Blackout on or off; the question stays</source>
        <translation>黑屏开关；问题保留</translation>
    </message>
    <message>
        <source>Curtain on or off</source>
        <translation>幕布开关</translation>
    </message>
    <message>
        <source>Freeze: the room keeps what it sees, or goes on</source>
        <translation>定格：会场保持当前画面，或继续</translation>
    </message>
    <message>
        <source>Reveal the scores; Enter presses a button</source>
        <translation>揭晓分数；回车键按下按钮</translation>
    </message>
    <message>
        <source>Replay the last change</source>
        <translation>回放最近的变动</translation>
    </message>
    <message>
        <source>Ask for a prediction, or take the question off</source>
        <translation>请会场预测，或撤下问题</translation>
    </message>
    <message>
        <source>Count a hand for an answer; with Shift take one back</source>
        <translation>为答案计一票；按住Shift减一票</translation>
    </message>
    <message>
        <source>Strike the inject of this stage, or go to the deck</source>
        <translation>触发本阶段的突发事件，或转到卡组</translation>
    </message>
    <message>
        <source>Undo; with Shift redo</source>
        <translation>撤销；按住Shift重做</translation>
    </message>
    <message>
        <source>Set a mark in the record</source>
        <translation>在记录中设置标记</translation>
    </message>
    <message>
        <source>Pause the timer, or go on</source>
        <translation>暂停计时或继续</translation>
    </message>
    <message>
        <source>One minute more or less</source>
        <translation>加一分钟或减一分钟</translation>
    </message>
    <message>
        <source>Larger or smaller text in the room</source>
        <translation>放大或缩小会场文字</translation>
    </message>
    <message>
        <source>The room light on dark, or dark on light</source>
        <translation>会场深色或浅色背景</translation>
    </message>
    <message>
        <source>Begin the session</source>
        <translation>开始研讨</translation>
    </message>
    <message>
        <source>Stop presenting; nothing is lost</source>
        <translation>停止演示；不丢失任何内容</translation>
    </message>
    <message>
        <source>This map</source>
        <translation>本按键表</translation>
    </message>
</context>
<context>
    <name>rehearsal</name>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>{screen} (the desk)</source>
        <translation>{screen}（工作台）</translation>
    </message>
    <message>
        <source>The second screen mirrors the desk. Set it to extend the desktop.</source>
        <translation>第二屏幕复制了工作台，请设为扩展桌面。</translation>
    </message>
    <message>
        <source>Only one screen: connect the projector and check again. Until then the room&apos;s window is an ordinary one.</source>
        <translation>只有一个屏幕：请接上投影仪后再查。在此之前，会场窗口只是普通窗口。</translation>
    </message>
    <message>
        <source>The second screen is smaller than 1024 × 768: choose a larger mode for it.</source>
        <translation>第二屏幕小于1024 × 768：请为其选择更大的分辨率。</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Fonts on screen</source>
        <translation>屏幕字体</translation>
    </message>
    <message>
        <source>Missing: {names}; the system&apos;s fonts stand in.</source>
        <translation>缺少{names}，以系统字体代替。</translation>
    </message>
    <message>
        <source>Look at every scene in the room, or install the program again.</source>
        <translation>请在会场逐一查看各场景，或重新安装程序。</translation>
    </message>
</context>
<context>
    <name>room_files</name>
    <message>
        <source>Deals and their PDFs (*.deal *.pdf);;All files (*)</source>
        <translation>协议及其PDF (*.deal *.pdf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Add the tables’ files</source>
        <translation>添加各桌文件</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table of all numbers (*.csv)</source>
        <translation>全部数字的表格 (*.csv)</translation>
    </message>
    <message>
        <source>Text with tables, Markdown (*.md)</source>
        <translation>带表格的文本 Markdown (*.md)</translation>
    </message>
    <message>
        <source>Data, JSON (*.json)</source>
        <translation>数据 JSON (*.json)</translation>
    </message>
    <message>
        <source>The map, SVG (*.svg)</source>
        <translation>分布图 SVG (*.svg)</translation>
    </message>
    <message>
        <source>The map, PNG (*.png)</source>
        <translation>分布图 PNG (*.png)</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>各桌方案</translation>
    </message>
</context>
<context>
    <name>scenes</name>
    <message>
        <source>Brief</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Through time</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>突发事件</translation>
    </message>
    <message>
        <source>Room check</source>
        <translation>会场检查</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>nobody&apos;s move</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>the United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>双方</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>New deal</source>
        <translation>新建协议</translation>
    </message>
    <message>
        <source>Open a deal or its PDF…</source>
        <translation>打开协议或其 PDF……</translation>
    </message>
    <message>
        <source>Recover unsaved work…</source>
        <translation>恢复未保存的工作……</translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation>带我看一看</translation>
    </message>
</context>
<context>
    <name>topics</name>
    <message>
        <source>Licensing</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>供应</translation>
    </message>
    <message>
        <source>Derisking</source>
        <translation>降风险</translation>
    </message>
    <message>
        <source>Technology</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>产业</translation>
    </message>
    <message>
        <source>Durability</source>
        <translation>持久性</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>计分</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
</TS>
