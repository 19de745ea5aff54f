# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 每個槓桿的一頁說明：是什麼、在模型裡起什麼作用、代價、做不到什麼、有哪些質疑。
# 與模型文檔一致；正文不寫數字，數字取自地區資料。

note-title = { $name }：說明
note-heading-is = 它是什麼
note-heading-does = 在模型裡起什麼作用
note-heading-costs = 代價是什麼
note-heading-cannot = 它做不到什麼
note-heading-against = 有哪些質疑
note-heading-source = 出處
note-no-source = 沒有公布的出處。
note-assumed = 以下數值是假設，請以本地資料替換：{ $names }。
note-and = 、
note-numbers = 文中數字取自地區資料的原值，不隨您的改動變化。

note-funds-is = 各級財政一年安排的{ -funds }，按出資層級（中央、省、市、縣）和用途（產業、基礎設施、其他）分成十二格。
note-funds-does = 模型只看用途，不看層級：同一類的一元錢，哪一級出都一樣。產業資金扣除管理費用後，一部分作為到戶獎補當年到戶，其餘形成資產、逐年產生收益；基礎設施資金當年帶來務工報酬，建成後帶來設施收益；其他資金當年以補助和公益崗位工資到人。
note-funds-costs = 增加一格而不鎖定合計，總盤子隨之增大，模型不問這筆錢從哪裡來。鎖定合計再調結構，這一類多出來的正是另一類少掉的。
note-funds-cannot = 它不判斷一筆錢按規定能否這樣用，也不挑選項目：投向要求、項目入庫和審批須另行核對。中央資金用於產業的佔比只作提示，不作限制。
note-funds-against = 按現有假設，把基礎設施資金改投產業，首年多出來的主要是到戶獎補，少掉的是務工報酬。道路、供水等設施的好處大多不體現為脫貧人口的收入，只看收入就低估了它們。各級資金在三類之間的分配是推算的，應換成實際預算。

note-repeat-is = 決定資金安排和支出率的改動只用於首個計劃年，還是以後每個計劃年都照此執行。
note-repeat-does = 勾選時，資金矩陣和全年支出率在每個計劃年都按方案執行；不勾選時，二者只在首個計劃年按方案，次年起回到計劃。其他槓桿不受它影響，一直延續。
note-repeat-costs = 方案若擴大了總盤子，勾選就等於假定這筆錢以後每年都能再拿出來。
note-repeat-cannot = 它讓以後各年照搬首個計劃年，不代表以後年度的預算已經確定；各年金額不同的，請用「推演」中的「逐年設置」。
note-repeat-against = { -funds }的規模每年由預算另定，照此逐年推算只是一種設想。只改一年的方案，補助次年就停，資產收益隨折舊消退。兩種都看一遍，才知道增收能持續多久。

note-funds_growth-is = 首個計劃年之後，各級{ -funds }每年比上年增減多少：中央、省級、市級、縣級各一個增速。
note-funds_growth-does = 從次年起，每一級的各類資金都在首個計劃年的基礎上按增速逐年累乘。只在「以後各年照此安排」勾選時起作用；逐年另行設置的格子以設置為準。
note-funds_growth-costs = 增速為正，就等於假定以後每年都能多拿出這筆錢；為負，資產、獎補和覆蓋都會跟著減少。
note-funds_growth-cannot = 它不預測預算，也不區分項目：同一級的三類用途按同一增速變化。用途之間要調整的，請用「推演」中的「逐年設置」。
note-funds_growth-against = 以後各年的資金規模由預算逐年確定，現在還不知道。增速只是一種設想，向上彙報時請寫明依據。

note-execution-is = 當年安排的{ -funds }在當年實際支出的比例，按全年計，三類資金共用一個數。
note-execution-does = 支出了的錢才產生效果。沒有支出的部分，按「結轉資金次年支出率」（{ $carry_spent }）在次年支出，其餘失效。
note-execution-costs = 不需要另增資金，要靠項目前期、招標、施工和報帳跟得上。為趕進度而花、沒有形成效果的錢，模型看不出來。
note-execution-cannot = 它只能把錢提前用，不能讓錢變多：若結轉的資金次年全部支出，照此逐年執行也只有首年多出一塊，以後各年的支出與計劃相同。
note-execution-against = 公布的支出進度常常是年中的數，不能當作全年支出率。支出也不等於完工，更不等於見效。把支出率當作成績，容易催生年底突擊花錢。

note-grants_share-is = 產業資金中不形成項目資產、直接獎補到農戶的比例。
note-grants_share-does = 獎補當年計入轉移性收入，先按歸脫貧人口的比例（{ $grants_targeting }）、再按計入收入的比例（{ $grants_counted }）折算。它也是產業幫扶覆蓋的唯一資金來源：先維持原有覆蓋，餘下的才用於擴大，每戶 { $coverage_cost }。
note-grants_share-costs = 資金總額不變：獎補多一分，形成的資產就少一分，以後每年的資產收益隨之減少。
note-grants_share-cannot = 它帶不來持續的收入：獎補停發，這部分收入當年就沒有了。它與管理費用佔比合計不能超過全部產業資金。
note-grants_share-against = 提高它，首年的數字立刻好看，以後各年卻可能更低。比較方案時要看到期末，並看增收中市場性收入和轉移性收入各佔多少。有研究發現，數年之後資本幫扶的效果超過現金補助。

note-relief_share-is = 基礎設施資金中採用以工代賑方式實施的比例，即組織當地群眾參加工程建設，並向他們發放勞務報酬。
note-relief_share-does = 基礎設施支出乘以本比例，再乘以「勞務報酬佔比」，就是發給務工群眾的報酬。其中歸脫貧人口的佔 { $labour_local }，再扣除只是替代了原有收入的 { $labour_displaced }，餘下的當年計入工資性收入。
note-relief_share-costs = 資金總額不變。實際的代價在組織上：要選適合人工的項目，工期更長，培訓和安全管理也要投入；這些模型沒有計入。
note-relief_share-cannot = 它不能讓收入延續到工程結束以後，也不適用於以機械施工為主的項目。它與勞務報酬佔比有一個為零，另一個就不起作用。
note-relief_share-against = 模型假定改用以工代賑後，設施照樣建成、效益照舊，這偏於樂觀：用工多了，同樣的錢可能建得少一些。務工的人若本來就有活幹，只是換個地方掙錢，替代率應當調高。

note-labour_share-is = 以工代賑資金中作為勞務報酬發給務工群眾的比例。
note-labour_share-does = 基礎設施支出乘以「以工代賑項目佔比」和本比例，就是勞務報酬。按歸脫貧人口的比例（{ $labour_local }）和替代率（{ $labour_displaced }）折算後，當年計入工資性收入。計劃值 { $labour_share } 取自國家規定，不是本地的實際數。
note-labour_share-costs = 同一筆資金裡，報酬多了，買材料、租機械的錢就少了。模型沒有因此扣減建成的設施，這個代價須由您自己掂量。
note-labour_share-cannot = 它不能超出工程本身的用工量，也不決定報酬發給誰。
note-labour_share-against = 達到規定的佔比，不等於發到了{ -households }手裡，應以工資發放台帳核對。佔比做得過高，可能是把別的開支也算作了報酬。

note-operating_rate-is = 產業項目資產中正常運營、產生收益的比例，按資產價值計。
note-operating_rate-does = 資產乘以本比例、資產年收益率（{ $asset_return }）、聯農帶農分享比例和歸脫貧人口的比例（{ $targeting }），就是到人的收益，分為工資、經營和財產性收入。它對計劃前已有的資產和新形成的資產同樣起作用。
note-operating_rate-costs = 不增加投資，要靠專業運營、日常管護、確權登記和風險預警。這些開支不在資金矩陣之內，模型沒有計入。
note-operating_rate-cannot = 它不能讓沒有市場的資產賺錢：資產年收益率為零時，它毫無作用。新資產的首年只按一部分時間計。
note-operating_rate-against = 運營率多由自己上報，容易偏高，而「在運營」也不等於有收益。資料中已有資產為 { $existing_assets }；這個數填低了，提高運營率的作用就被低估，應填確權登記的價值。

note-benefit_share-is = 項目收益中通過分紅、租金、務工、訂單等聯農帶農方式分給農戶的比例，其餘歸經營主體。
note-benefit_share-does = 收益先按本比例分給農戶，再按歸脫貧人口的比例（{ $targeting }）計。到手的收益中工資佔 { $split_wage }、經營收入佔 { $split_operating }，其餘是財產性收入；工資扣除替代的部分，經營收入扣除與覆蓋效果重複的部分。
note-benefit_share-costs = 不花財政的錢，由經營主體承擔：農戶多得的，正是主體少得的。
note-benefit_share-cannot = 它不能把蛋糕做大：項目沒有收益，分多少都是零。
note-benefit_share-against = 模型假定分得再多，主體的經營和投資照舊。現實中分享過高，主體可能少投入、壓低帳面收益甚至退出。約定的保底分紅到期以後能否延續，模型也看不到。

note-coverage-is = 有產業幫扶措施的{ -households }佔全部{ -households }的比例，計劃一直保持在 { $coverage0 }。
note-coverage-does = 覆蓋率提高，生產經營性收入隨之提高：從無到全覆蓋共提高 { $coverage_effect }（未扣遞減），越接近全覆蓋，新增的作用越小。變動的 { $coverage_now } 當年見效，其餘次年見效。先付投入，次年起才見收益：頭一年的獎補有 { $coverage_in_kind } 變成種苗、飼料等生產投入，不再是收入。
note-coverage-costs = 擴大覆蓋的成本為 { $coverage_cost }，只能由當年的到戶獎補支付，而且要先扣除維持現有覆蓋的部分（計劃獎補的 { $coverage_upkeep }）。付不起的部分當年實現不了，缺多少錢逐年列出；獎補壓減過多，原有的覆蓋也保不住。
note-coverage-cannot = 它只改變生產經營性收入。它按戶數計，不分幫扶力度的大小：有措施不等於措施有效。
note-coverage-against = 沒有研究直接給出這個作用的大小；就扶貧投入的總體效果而言，研究結論從沒有作用到略有增收都有。用於覆蓋的獎補中有一部分是生產投入，模型已從收入中扣除，扣多少是假設。為追覆蓋率走過場，收入不會變。

note-jobs-outward-is = 計劃之外新增的外出務工人數，按全年在崗折算。
note-jobs-outward-does = 每人每年按 { $pay_outward } 計，以後隨工資性收入增長；新崗位頭一年只計 { $job_first_year }；扣除本來就會外出的人（{ $deadweight_outward }）和因外出而失去的務農、零工等收入（新報酬的 { $displacement_outward }），攤到全部脫貧人口，計入工資性收入。
note-jobs-outward-costs = 勞務組織、培訓和交通補貼由計劃外的資金承擔，不佔{ -funds }，模型也不計其數。
note-jobs-outward-cannot = 它不能憑空產生崗位：填多少人就算多少人，不檢查勞動力夠不夠、外地要不要人。
note-jobs-outward-against = 本來就要外出的人不能算作新增。家裡的老人、孩子和土地由誰照看，收入數字看不出來。外地用工收縮時，這部分收入最先減少。

note-jobs-workshop-is = 計劃之外在幫扶車間新增的就業人數，按全年在崗折算。幫扶車間設在鄉村，吸納脫貧勞動力就近就業。
note-jobs-workshop-does = 每人每年按 { $pay_workshop } 計，以後隨工資性收入增長；新崗位頭一年只計 { $job_first_year }；扣除本來就會就業的人（{ $deadweight_workshop }）和失去的原有收入（新報酬的 { $displacement_workshop }），攤到全部脫貧人口，計入工資性收入。
note-jobs-workshop-costs = 工資由車間支付。廠房、設備和吸納就業的補貼若由財政出資，須另在資金矩陣中安排，模型不會自動扣除。
note-jobs-workshop-cannot = 它不能保證訂單：模型把填寫的人數當作每個計劃年都在崗，訂單停了也看不出來。
note-jobs-workshop-against = 車間主要吸納離不開家的人；他們若原來就在本地打零工，替代率應當更高。用{ -funds }建的車間，收益已計入產業資產，工資若再填在這裡，要防止重複。

note-jobs-relief-is = 計劃之外的工程新增的以工代賑務工人數。這些工程不由{ -funds }出資。
note-jobs-relief-does = 每人每年按 { $pay_relief } 計，以後隨工資性收入增長；新崗位頭一年只計 { $job_first_year }；扣除本來就會就業的人（{ $deadweight_relief }）和失去的原有收入（新報酬的 { $displacement_relief }），攤到全部脫貧人口，計入工資性收入。
note-jobs-relief-costs = 由其他渠道的工程資金支付，不佔{ -funds }，模型不計其數。
note-jobs-relief-cannot = 它不能用來填{ -funds }工程帶動的務工：那一部分已經通過「以工代賑項目佔比」和「勞務報酬佔比」計入，再填就是重複。
note-jobs-relief-against = 工程年年不同，模型卻當作每年都有，一次性的工程照此逐年計算就高估了。報酬各地相差很大，應換成本地的數。

note-jobs-welfare-is = 計劃之外新增的鄉村公益崗位人數，如保潔、護林、護路。
note-jobs-welfare-does = 每人每年按 { $pay_welfare } 計，以後隨工資性收入增長；新崗位頭一年只計 { $job_first_year }；扣除本來就會就業的人（{ $deadweight_welfare }）和失去的原有收入（新報酬的 { $displacement_welfare }），攤到全部脫貧人口，計入工資性收入。
note-jobs-welfare-costs = 崗位補貼由計劃外的資金支付，崗位在一年，就要支付一年。
note-jobs-welfare-cannot = 它不形成資產。計劃內的公益崗位已經在「其他」資金的工資中計入，不能在這裡重複填寫。
note-jobs-welfare-against = 它在統計上是工資，實質接近補助：補貼停發，收入即止，應當與到戶獎補一樣看待。把本可外出務工的人安置在崗位上，收入反而會減少。

note-jobs-startup-is = 計劃之外新增的自主創業人數，包括返鄉創業和個體經營。
note-jobs-startup-does = 每人每年的淨收入按 { $pay_startup } 計，以後隨工資性收入增長；頭一年只計 { $job_first_year }；扣除本來就會創業的人（{ $deadweight_startup }）和創業前的收入（新收入的 { $displacement_startup }），攤到全部脫貧人口。它雖是經營所得，模型仍同就業「五個一批」的其他各項一起計入工資性收入。
note-jobs-startup-costs = 貸款貼息、創業補貼、擔保風險和創業者自己的投入，都不在本工具之內。
note-jobs-startup-cannot = 它不考慮失敗：填寫的人數當作每個計劃年都在經營，都有這份淨收入。
note-jobs-startup-against = 創業收入相差很大，平均數掩蓋了虧損，失敗的人可能負債返貧。淨收入應採用扣除成本、把失敗者也算進去的平均數。

note-relocated_employment-is = 易地搬遷勞動力的就業率比計劃高出（或低於）多少個百分點。
note-relocated_employment-does = 變動的百分點乘以搬遷勞動力人數（{ $relocated_labour }），就是增減的就業人數。每人每年按 { $relocated_pay } 計，以後隨工資性收入增長；新就業頭一年只計 { $job_first_year }；扣除本來就會就業的人（{ $relocated_deadweight }）和失去的原有收入（新報酬的 { $relocated_displacement }），攤到全部脫貧人口，計入工資性收入。
note-relocated_employment-costs = 安置區的產業配套、技能培訓和就業服務都要花錢，這些不在資金矩陣之內，模型沒有計入。
note-relocated_employment-cannot = 它不區分穩定就業和打零工，也不反映搬遷戶的住房、就學、就醫和融入。
note-relocated_employment-against = 搬遷人口不都是脫貧人口，增收卻全部算在脫貧人口名下，人均數可能偏高。就業率的口徑不一，幾個百分點的變化可能只是口徑的變化。搬遷勞動力人數應先核實。

note-social-is = 對口幫扶、定點幫扶、「萬企興萬村」等社會力量在計劃之外每年新增的資金。
note-social-does = 按「社會幫扶用於產業的比例」分成兩塊：投入產業的併入產業資金，同樣經過支出率、到戶獎補和資產；其餘直接到戶，其中 { $social_direct } 當年計入脫貧人口的轉移性收入。
note-social-costs = 由幫扶方出資，不佔{ -funds }。對接、立項和管理仍要本地投入人手。
note-social-cannot = 它不能替代財政資金，不改變中央資金用於產業的佔比。它也不隨「以後各年照此安排」取消：模型每個計劃年都按同一數額計。
note-social-against = 幫扶資金取決於幫扶方的意願和期限，逐年照算偏於樂觀。直接到戶的部分與補助無異，停了就沒有。

note-social_industry-is = 新增社會幫扶資金中投入產業的比例，其餘直接幫扶到戶。
note-social_industry-does = 投入產業的部分與產業資金同樣處理：按支出率支出，扣除管理費用，一部分作為到戶獎補，其餘形成資產、逐年產生收益。沒有新增社會幫扶資金時，它不起作用。
note-social_industry-costs = 資金總額不變：投入產業多一分，當年直接到戶就少一分。以後能否補回來，要看資產的運營和分享。
note-social_industry-cannot = 它由幫扶雙方商定，本級不能單方面決定。
note-social_industry-against = 模型對社會幫扶和財政投入的資產用同一個收益率，而幫扶方撤出以後，它建的項目未必還能運轉。只看首年會低估投入產業，只看期末又會忽略眼前的困難戶。
