# 每个杠杆的一页说明：是什么、在模型里起什么作用、代价、做不到什么、有哪些质疑。
# 与模型文档一致；正文不写数字，数字取自地区数据。

note-title = { $name }：说明
note-heading-is = 它是什么
note-heading-does = 在模型里起什么作用
note-heading-costs = 代价是什么
note-heading-cannot = 它做不到什么
note-heading-against = 有哪些质疑
note-heading-source = 出处
note-no-source = 没有公布的出处。
note-assumed = 以下数值是假设，请以本地数据替换：{ $names }。
note-and = 、
note-numbers = 文中数字取自地区数据的原值，不随您的改动变化。

note-funds-is = 各级财政一年安排的{ -funds }，按出资层级（中央、省、市、县）和用途（产业、基础设施、其他）分成十二格。
note-funds-does = 模型只看用途，不看层级：同一类的一元钱，哪一级出都一样。产业资金扣除管理费用后，一部分作为到户奖补当年到户，其余形成资产、逐年产生收益；基础设施资金当年带来务工报酬，建成后带来设施收益；其他资金当年以补助和公益岗位工资到人。
note-funds-costs = 增加一格而不锁定合计，总盘子随之增大，模型不问这笔钱从哪里来。锁定合计再调结构，这一类多出来的正是另一类少掉的。
note-funds-cannot = 它不判断一笔钱按规定能否这样用，也不挑选项目：投向要求、项目入库和审批须另行核对。中央资金用于产业的占比只作提示，不作限制。
note-funds-against = 按现有假设，把基础设施资金改投产业，首年多出来的主要是到户奖补，少掉的是务工报酬。道路、供水等设施的好处大多不体现为脱贫人口的收入，只看收入就低估了它们。各级资金在三类之间的分配是推算的，应换成实际预算。

note-repeat-is = 决定资金安排和支出率的改动只用于首个计划年，还是以后每个计划年都照此执行。
note-repeat-does = 勾选时，资金矩阵和全年支出率在每个计划年都按方案执行；不勾选时，二者只在首个计划年按方案，次年起回到计划。其他杠杆不受它影响，一直延续。
note-repeat-costs = 方案若扩大了总盘子，勾选就等于假定这笔钱以后每年都能再拿出来。
note-repeat-cannot = 它让以后各年照搬首个计划年，不代表以后年度的预算已经确定；各年金额不同的，请用“推演”中的“逐年设置”。
note-repeat-against = { -funds }的规模每年由预算另定，照此逐年推算只是一种设想。只改一年的方案，补助次年就停，资产收益随折旧消退。两种都看一遍，才知道增收能持续多久。

note-funds_growth-is = 首个计划年之后，各级{ -funds }每年比上年增减多少：中央、省级、市级、县级各一个增速。
note-funds_growth-does = 从次年起，每一级的各类资金都在首个计划年的基础上按增速逐年累乘。只在“以后各年照此安排”勾选时起作用；逐年另行设置的格子以设置为准。
note-funds_growth-costs = 增速为正，就等于假定以后每年都能多拿出这笔钱；为负，资产、奖补和覆盖都会跟着减少。
note-funds_growth-cannot = 它不预测预算，也不区分项目：同一级的三类用途按同一增速变化。用途之间要调整的，请用“推演”中的“逐年设置”。
note-funds_growth-against = 以后各年的资金规模由预算逐年确定，现在还不知道。增速只是一种设想，向上汇报时请写明依据。

note-execution-is = 当年安排的{ -funds }在当年实际支出的比例，按全年计，三类资金共用一个数。
note-execution-does = 支出了的钱才产生效果。没有支出的部分，按“结转资金次年支出率”（{ $carry_spent }）在次年支出，其余失效。
note-execution-costs = 不需要另增资金，要靠项目前期、招标、施工和报账跟得上。为赶进度而花、没有形成效果的钱，模型看不出来。
note-execution-cannot = 它只能把钱提前用，不能让钱变多：若结转的资金次年全部支出，照此逐年执行也只有首年多出一块，以后各年的支出与计划相同。
note-execution-against = 公布的支出进度常常是年中的数，不能当作全年支出率。支出也不等于完工，更不等于见效。把支出率当作成绩，容易催生年底突击花钱。

note-grants_share-is = 产业资金中不形成项目资产、直接奖补到农户的比例。
note-grants_share-does = 奖补当年计入转移性收入，先按归脱贫人口的比例（{ $grants_targeting }）、再按计入收入的比例（{ $grants_counted }）折算。它也是产业帮扶覆盖的唯一资金来源：先维持原有覆盖，余下的才用于扩大，每户 { $coverage_cost }。
note-grants_share-costs = 资金总额不变：奖补多一分，形成的资产就少一分，以后每年的资产收益随之减少。
note-grants_share-cannot = 它带不来持续的收入：奖补停发，这部分收入当年就没有了。它与管理费用占比合计不能超过全部产业资金。
note-grants_share-against = 提高它，首年的数字立刻好看，以后各年却可能更低。比较方案时要看到期末，并看增收中市场性收入和转移性收入各占多少。有研究发现，数年之后资本帮扶的效果超过现金补助。

note-relief_share-is = 基础设施资金中采用以工代赈方式实施的比例，即组织当地群众参加工程建设，并向他们发放劳务报酬。
note-relief_share-does = 基础设施支出乘以本比例，再乘以“劳务报酬占比”，就是发给务工群众的报酬。其中归脱贫人口的占 { $labour_local }，再扣除只是替代了原有收入的 { $labour_displaced }，余下的当年计入工资性收入。
note-relief_share-costs = 资金总额不变。实际的代价在组织上：要选适合人工的项目，工期更长，培训和安全管理也要投入；这些模型没有计入。
note-relief_share-cannot = 它不能让收入延续到工程结束以后，也不适用于以机械施工为主的项目。它与劳务报酬占比有一个为零，另一个就不起作用。
note-relief_share-against = 模型假定改用以工代赈后，设施照样建成、效益照旧，这偏于乐观：用工多了，同样的钱可能建得少一些。务工的人若本来就有活干，只是换个地方挣钱，替代率应当调高。

note-labour_share-is = 以工代赈资金中作为劳务报酬发给务工群众的比例。
note-labour_share-does = 基础设施支出乘以“以工代赈项目占比”和本比例，就是劳务报酬。按归脱贫人口的比例（{ $labour_local }）和替代率（{ $labour_displaced }）折算后，当年计入工资性收入。计划值 { $labour_share } 取自国家规定，不是本地的实际数。
note-labour_share-costs = 同一笔资金里，报酬多了，买材料、租机械的钱就少了。模型没有因此扣减建成的设施，这个代价须由您自己掂量。
note-labour_share-cannot = 它不能超出工程本身的用工量，也不决定报酬发给谁。
note-labour_share-against = 达到规定的占比，不等于发到了{ -households }手里，应以工资发放台账核对。占比做得过高，可能是把别的开支也算作了报酬。

note-operating_rate-is = 产业项目资产中正常运营、产生收益的比例，按资产价值计。
note-operating_rate-does = 资产乘以本比例、资产年收益率（{ $asset_return }）、联农带农分享比例和归脱贫人口的比例（{ $targeting }），就是到人的收益，分为工资、经营和财产性收入。它对计划前已有的资产和新形成的资产同样起作用。
note-operating_rate-costs = 不增加投资，要靠专业运营、日常管护、确权登记和风险预警。这些开支不在资金矩阵之内，模型没有计入。
note-operating_rate-cannot = 它不能让没有市场的资产赚钱：资产年收益率为零时，它毫无作用。新资产的首年只按一部分时间计。
note-operating_rate-against = 运营率多由自己上报，容易偏高，而“在运营”也不等于有收益。数据中已有资产为 { $existing_assets }；这个数填低了，提高运营率的作用就被低估，应填确权登记的价值。

note-benefit_share-is = 项目收益中通过分红、租金、务工、订单等联农带农方式分给农户的比例，其余归经营主体。
note-benefit_share-does = 收益先按本比例分给农户，再按归脱贫人口的比例（{ $targeting }）计。到手的收益中工资占 { $split_wage }、经营收入占 { $split_operating }，其余是财产性收入；工资扣除替代的部分，经营收入扣除与覆盖效果重复的部分。
note-benefit_share-costs = 不花财政的钱，由经营主体承担：农户多得的，正是主体少得的。
note-benefit_share-cannot = 它不能把蛋糕做大：项目没有收益，分多少都是零。
note-benefit_share-against = 模型假定分得再多，主体的经营和投资照旧。现实中分享过高，主体可能少投入、压低账面收益甚至退出。约定的保底分红到期以后能否延续，模型也看不到。

note-coverage-is = 有产业帮扶措施的{ -households }占全部{ -households }的比例，计划一直保持在 { $coverage0 }。
note-coverage-does = 覆盖率提高，生产经营性收入随之提高：从无到全覆盖共提高 { $coverage_effect }（未扣递减），越接近全覆盖，新增的作用越小。变动的 { $coverage_now } 当年见效，其余次年见效。先付投入，次年起才见收益：头一年的奖补有 { $coverage_in_kind } 变成种苗、饲料等生产投入，不再是收入。
note-coverage-costs = 扩大覆盖的成本为 { $coverage_cost }，只能由当年的到户奖补支付，而且要先扣除维持现有覆盖的部分（计划奖补的 { $coverage_upkeep }）。付不起的部分当年实现不了，缺多少钱逐年列出；奖补压减过多，原有的覆盖也保不住。
note-coverage-cannot = 它只改变生产经营性收入。它按户数计，不分帮扶力度的大小：有措施不等于措施有效。
note-coverage-against = 没有研究直接给出这个作用的大小；就扶贫投入的总体效果而言，研究结论从没有作用到略有增收都有。用于覆盖的奖补中有一部分是生产投入，模型已从收入中扣除，扣多少是假设。为追覆盖率走过场，收入不会变。

note-jobs-outward-is = 计划之外新增的外出务工人数，按全年在岗折算。
note-jobs-outward-does = 每人每年按 { $pay_outward } 计，以后随工资性收入增长；新岗位头一年只计 { $job_first_year }；扣除本来就会外出的人（{ $deadweight_outward }）和因外出而失去的务农、零工等收入（新报酬的 { $displacement_outward }），摊到全部脱贫人口，计入工资性收入。
note-jobs-outward-costs = 劳务组织、培训和交通补贴由计划外的资金承担，不占{ -funds }，模型也不计其数。
note-jobs-outward-cannot = 它不能凭空产生岗位：填多少人就算多少人，不检查劳动力够不够、外地要不要人。
note-jobs-outward-against = 本来就要外出的人不能算作新增。家里的老人、孩子和土地由谁照看，收入数字看不出来。外地用工收缩时，这部分收入最先减少。

note-jobs-workshop-is = 计划之外在帮扶车间新增的就业人数，按全年在岗折算。帮扶车间设在乡村，吸纳脱贫劳动力就近就业。
note-jobs-workshop-does = 每人每年按 { $pay_workshop } 计，以后随工资性收入增长；新岗位头一年只计 { $job_first_year }；扣除本来就会就业的人（{ $deadweight_workshop }）和失去的原有收入（新报酬的 { $displacement_workshop }），摊到全部脱贫人口，计入工资性收入。
note-jobs-workshop-costs = 工资由车间支付。厂房、设备和吸纳就业的补贴若由财政出资，须另在资金矩阵中安排，模型不会自动扣除。
note-jobs-workshop-cannot = 它不能保证订单：模型把填写的人数当作每个计划年都在岗，订单停了也看不出来。
note-jobs-workshop-against = 车间主要吸纳离不开家的人；他们若原来就在本地打零工，替代率应当更高。用{ -funds }建的车间，收益已计入产业资产，工资若再填在这里，要防止重复。

note-jobs-relief-is = 计划之外的工程新增的以工代赈务工人数。这些工程不由{ -funds }出资。
note-jobs-relief-does = 每人每年按 { $pay_relief } 计，以后随工资性收入增长；新岗位头一年只计 { $job_first_year }；扣除本来就会就业的人（{ $deadweight_relief }）和失去的原有收入（新报酬的 { $displacement_relief }），摊到全部脱贫人口，计入工资性收入。
note-jobs-relief-costs = 由其他渠道的工程资金支付，不占{ -funds }，模型不计其数。
note-jobs-relief-cannot = 它不能用来填{ -funds }工程带动的务工：那一部分已经通过“以工代赈项目占比”和“劳务报酬占比”计入，再填就是重复。
note-jobs-relief-against = 工程年年不同，模型却当作每年都有，一次性的工程照此逐年计算就高估了。报酬各地相差很大，应换成本地的数。

note-jobs-welfare-is = 计划之外新增的乡村公益岗位人数，如保洁、护林、护路。
note-jobs-welfare-does = 每人每年按 { $pay_welfare } 计，以后随工资性收入增长；新岗位头一年只计 { $job_first_year }；扣除本来就会就业的人（{ $deadweight_welfare }）和失去的原有收入（新报酬的 { $displacement_welfare }），摊到全部脱贫人口，计入工资性收入。
note-jobs-welfare-costs = 岗位补贴由计划外的资金支付，岗位在一年，就要支付一年。
note-jobs-welfare-cannot = 它不形成资产。计划内的公益岗位已经在“其他”资金的工资中计入，不能在这里重复填写。
note-jobs-welfare-against = 它在统计上是工资，实质接近补助：补贴停发，收入即止，应当与到户奖补一样看待。把本可外出务工的人安置在岗位上，收入反而会减少。

note-jobs-startup-is = 计划之外新增的自主创业人数，包括返乡创业和个体经营。
note-jobs-startup-does = 每人每年的净收入按 { $pay_startup } 计，以后随工资性收入增长；头一年只计 { $job_first_year }；扣除本来就会创业的人（{ $deadweight_startup }）和创业前的收入（新收入的 { $displacement_startup }），摊到全部脱贫人口。它虽是经营所得，模型仍同就业“五个一批”的其他各项一起计入工资性收入。
note-jobs-startup-costs = 贷款贴息、创业补贴、担保风险和创业者自己的投入，都不在本工具之内。
note-jobs-startup-cannot = 它不考虑失败：填写的人数当作每个计划年都在经营，都有这份净收入。
note-jobs-startup-against = 创业收入相差很大，平均数掩盖了亏损，失败的人可能负债返贫。净收入应采用扣除成本、把失败者也算进去的平均数。

note-relocated_employment-is = 易地搬迁劳动力的就业率比计划高出（或低于）多少个百分点。
note-relocated_employment-does = 变动的百分点乘以搬迁劳动力人数（{ $relocated_labour }），就是增减的就业人数。每人每年按 { $relocated_pay } 计，以后随工资性收入增长；新就业头一年只计 { $job_first_year }；扣除本来就会就业的人（{ $relocated_deadweight }）和失去的原有收入（新报酬的 { $relocated_displacement }），摊到全部脱贫人口，计入工资性收入。
note-relocated_employment-costs = 安置区的产业配套、技能培训和就业服务都要花钱，这些不在资金矩阵之内，模型没有计入。
note-relocated_employment-cannot = 它不区分稳定就业和打零工，也不反映搬迁户的住房、就学、就医和融入。
note-relocated_employment-against = 搬迁人口不都是脱贫人口，增收却全部算在脱贫人口名下，人均数可能偏高。就业率的口径不一，几个百分点的变化可能只是口径的变化。搬迁劳动力人数应先核实。

note-social-is = 对口帮扶、定点帮扶、“万企兴万村”等社会力量在计划之外每年新增的资金。
note-social-does = 按“社会帮扶用于产业的比例”分成两块：投入产业的并入产业资金，同样经过支出率、到户奖补和资产；其余直接到户，其中 { $social_direct } 当年计入脱贫人口的转移性收入。
note-social-costs = 由帮扶方出资，不占{ -funds }。对接、立项和管理仍要本地投入人手。
note-social-cannot = 它不能替代财政资金，不改变中央资金用于产业的占比。它也不随“以后各年照此安排”取消：模型每个计划年都按同一数额计。
note-social-against = 帮扶资金取决于帮扶方的意愿和期限，逐年照算偏于乐观。直接到户的部分与补助无异，停了就没有。

note-social_industry-is = 新增社会帮扶资金中投入产业的比例，其余直接帮扶到户。
note-social_industry-does = 投入产业的部分与产业资金同样处理：按支出率支出，扣除管理费用，一部分作为到户奖补，其余形成资产、逐年产生收益。没有新增社会帮扶资金时，它不起作用。
note-social_industry-costs = 资金总额不变：投入产业多一分，当年直接到户就少一分。以后能否补回来，要看资产的运营和分享。
note-social_industry-cannot = 它由帮扶双方商定，本级不能单方面决定。
note-social_industry-against = 模型对社会帮扶和财政投入的资产用同一个收益率，而帮扶方撤出以后，它建的项目未必还能运转。只看首年会低估投入产业，只看期末又会忽略眼前的困难户。
