-- One pass over a register of households in whole numbers: @NAME@, year @YEAR@.
--
-- Reads the table {households}, a row a household, with these columns (text, or the type beside it):
--   县, 户类型, 监测对象类别, 到户产业帮扶类型, 家庭人口数 INTEGER@WEIGHT_COLUMN@,
--   工资性收入, 生产经营性收入 (gross), 生产经营性支出, 财产性收入, 转移性收入 DECIMAL(12,2), in yuan.
-- A row with an empty, unreadable or impossible cell is left out and counted.
-- The last statement gives (section, name, measure, value): money in fen, shares in millionths.
-- Small groups are NOT hidden here, as the calculator hides them: nothing of under ten households may be passed on.
--
-- Every statement ends with a semicolon at the end of a line. It scales with machines: no window runs over all rows. Households
-- that are the same in every column are one row with a number of copies, the household where a measure ends is found column
-- after column over grouped values, and all others are compared with it. Windows run over such groups alone.
-- Division cuts off toward zero in both engines: what may be negative is lifted by a multiple of the divisor before it.

@STAGE zengshou_read@
WITH cells AS (
  SELECT TRIM(COALESCE({县}, '')) AS place, TRIM(COALESCE({户类型}, '')) AS kind,
    TRIM(COALESCE({监测对象类别}, '')) AS monitored, TRIM(COALESCE({到户产业帮扶类型}, '')) AS support,
    TRY_CAST({家庭人口数} AS BIGINT) AS members, @WEIGHT@ AS weight,
    TRY_CAST({工资性收入} AS DECIMAL(24,6)) AS wage, TRY_CAST({生产经营性收入} AS DECIMAL(24,6)) AS gross,
    TRY_CAST({生产经营性支出} AS DECIMAL(24,6)) AS cost, TRY_CAST({财产性收入} AS DECIMAL(24,6)) AS property,
    TRY_CAST({转移性收入} AS DECIMAL(24,6)) AS transfer
  FROM {households}
), fen AS (
  SELECT place, members, weight, CASE WHEN support IN ('', '无', '否', '0', '未帮扶') THEN 0 ELSE 1 END AS covered,
    CASE WHEN kind NOT IN ('脱贫户', '普通农户', '一般农户', '一般户', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户') THEN NULL
      WHEN monitored IN ('脱贫不稳定户', '脱贫不稳定') THEN 1 WHEN monitored IN ('边缘易致贫户', '边缘易致贫') THEN 2
      WHEN monitored IN ('突发严重困难户', '突发严重困难') THEN 3 WHEN monitored NOT IN ('', '无', '否', '非监测对象') THEN NULL
      WHEN kind = '脱贫户' THEN 0 WHEN kind = '脱贫不稳定户' THEN 1 WHEN kind = '边缘易致贫户' THEN 2
      WHEN kind = '突发严重困难户' THEN 3 ELSE 4 END AS kind,
    TRY_CAST(wage * 100 AS BIGINT) AS wage, TRY_CAST(gross * 100 AS BIGINT) AS gross, TRY_CAST(cost * 100 AS BIGINT) AS cost,
    TRY_CAST(property * 100 AS BIGINT) AS property, TRY_CAST(transfer * 100 AS BIGINT) AS transfer
  FROM cells
  WHERE wage = CAST(wage AS DECIMAL(20,2)) AND gross = CAST(gross AS DECIMAL(20,2)) AND cost = CAST(cost AS DECIMAL(20,2))
    AND property = CAST(property AS DECIMAL(20,2)) AND transfer = CAST(transfer AS DECIMAL(20,2))
), taken AS (
  SELECT place, kind, covered, members, weight, wage, gross - cost AS operating, property, transfer
  FROM fen
  WHERE kind IS NOT NULL AND members BETWEEN 1 AND 20 AND weight BETWEEN 1 AND 999999999
    AND wage BETWEEN -2147483647 AND 2147483647 AND gross BETWEEN -2147483647 AND 2147483647
    AND cost BETWEEN -2147483647 AND 2147483647 AND gross - cost BETWEEN -2147483648 AND 2147483647
    AND property BETWEEN -2147483647 AND 2147483647 AND transfer BETWEEN -2147483647 AND 2147483647
)
SELECT place, kind, covered, members, weight, wage, operating, property, transfer, COUNT(*) AS copies,
  (wage + operating + property + transfer) * (232792560 // members) AS head
FROM taken
GROUP BY place, kind, covered, members, weight, wage, operating, property, transfer;

-- The register's size, and how many households measures reach: rounded half up.
@STAGE zengshou_size@
WITH size AS (
  SELECT SUM(weight * copies) AS households, SUM(weight * copies * members) AS people, SUM(copies) AS taken,
    SUM(CASE WHEN covered = @COVERED@ THEN weight * copies ELSE 0 END) AS for_cover,
    SUM(CASE WHEN @JOB_KINDS@ THEN weight * copies ELSE 0 END) AS for_jobs
  FROM zengshou_read
)
SELECT CAST(households AS BIGINT) AS households, CAST(people AS BIGINT) AS people, CAST(taken AS BIGINT) AS taken,
  CAST(for_cover AS BIGINT) AS for_cover, CAST(for_jobs AS BIGINT) AS for_jobs,
  CAST(@COVER_COUNT@ AS BIGINT) AS cover, CAST(@JOB_COUNT@ AS BIGINT) AS jobs
FROM size;

-- The scenario's factors, each as its whole and its fraction of 2^30: they differ where nobody is reached.
@STAGE zengshou_change@
@CHANGES@;

-- The last household that support reaches, or from which it is taken; no row where it is none.
@COVER_AT@;

-- The last household that gets a job.
@JOB_AT@;

-- Incomes under plan and scenario: (income * W + ((income * R + 2^29) >> 30)), the shift as a division of what is above zero.
@STAGE zengshou_incomes@
WITH marked AS (
  SELECT r.*,
    CASE WHEN c.rest IS NULL OR r.covered <> @COVERED@ THEN 0 WHEN @BEFORE_COVER@ THEN r.copies
      WHEN @AT_COVER@ THEN LEAST(r.copies, (c.rest + r.weight - 1) // r.weight) ELSE 0 END AS with_cover,
    CASE WHEN j.rest IS NULL OR NOT @JOB_KINDS@ THEN 0 WHEN @BEFORE_JOB@ THEN r.copies
      WHEN @AT_JOB@ THEN LEAST(r.copies, (j.rest + r.weight - 1) // r.weight) ELSE 0 END AS with_job
  FROM zengshou_read r LEFT JOIN zengshou_cover_at c ON TRUE LEFT JOIN zengshou_job_at j ON TRUE
), parts AS (
  SELECT m.*, p.has_cover, p.has_job,
    CASE WHEN p.has_cover = 1 AND p.has_job = 1 THEN LEAST(with_cover, with_job)
      WHEN p.has_cover = 1 THEN with_cover - LEAST(with_cover, with_job)
      WHEN p.has_job = 1 THEN with_job - LEAST(with_cover, with_job)
      ELSE copies - GREATEST(with_cover, with_job) END AS part
  FROM marked m CROSS JOIN (VALUES (0, 0), (0, 1), (1, 0), (1, 1)) AS p(has_cover, has_job)
)
SELECT place, kind, LEAST(members, 6) AS band, members, weight * part AS households,
  @PLAN_INCOME@ AS income_before,
  @SCENARIO_INCOME@ AS income_after
FROM parts p CROSS JOIN zengshou_change f
WHERE part > 0;

-- Sums of every county, kind and size.
@STAGE zengshou_cells@
SELECT place, kind, band, CAST(SUM(households) AS @WIDE@) AS households, CAST(SUM(households * members) AS @WIDE@) AS people,
  SUM(CAST(income_before AS @WIDE@) * households) AS income_plan, SUM(CAST(income_after AS @WIDE@) * households) AS income_scenario,
  CAST(SUM(CASE WHEN income_before < @LINE@ * members THEN households ELSE 0 END) AS @WIDE@) AS under_plan,
  CAST(SUM(CASE WHEN income_after < @LINE@ * members THEN households ELSE 0 END) AS @WIDE@) AS under_scenario,
  CAST(SUM(CASE WHEN income_before < @LINE@ * members THEN households * members ELSE 0 END) AS @WIDE@) AS people_plan,
  CAST(SUM(CASE WHEN income_after < @LINE@ * members THEN households * members ELSE 0 END) AS @WIDE@) AS people_scenario,
  SUM(CAST(CASE WHEN income_before < @LINE@ * members THEN @LINE@ * members - income_before ELSE 0 END AS @WIDE@) * households) AS gap_plan,
  SUM(CAST(CASE WHEN income_after < @LINE@ * members THEN @LINE@ * members - income_after ELSE 0 END AS @WIDE@) * households) AS gap_scenario,
  CAST(SUM(CASE WHEN income_after > income_before THEN households ELSE 0 END) AS @WIDE@) AS gaining,
  CAST(SUM(CASE WHEN income_after < income_before THEN households ELSE 0 END) AS @WIDE@) AS losing
FROM zengshou_incomes
GROUP BY place, kind, band;

-- People at each whole yuan a head, under the plan (0) and the scenario (1).
@STAGE zengshou_yuan@
SELECT 0 AS side, @YUAN_BEFORE@ AS yuan, CAST(SUM(households * members) AS BIGINT) AS people
FROM zengshou_incomes GROUP BY @YUAN_BEFORE@
UNION ALL
SELECT 1, @YUAN_AFTER@, CAST(SUM(households * members) AS BIGINT) FROM zengshou_incomes GROUP BY @YUAN_AFTER@;

-- Tenths to the fen: the yuan that each falls into, then the fen within it.
@STAGE zengshou_tenth@
WITH upto AS (
  SELECT side, yuan, people, SUM(people) OVER (PARTITION BY side ORDER BY yuan ROWS UNBOUNDED PRECEDING) AS upto
  FROM zengshou_yuan
), ranks AS (
  SELECT u.*, k.k, GREATEST((s.people * k.k + 9) // 10, 1) AS place_of
  FROM upto u CROSS JOIN zengshou_size s CROSS JOIN (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS k(k)
), wanted AS (
  SELECT side, k, yuan, place_of - (upto - people) AS rest FROM ranks WHERE upto - people < place_of AND upto >= place_of
), heads AS (
  SELECT w.side, w.k, w.rest, @FEN_BEFORE@ AS fen, SUM(households * members) AS people
  FROM zengshou_incomes i JOIN wanted w ON w.yuan = @YUAN_BEFORE@ WHERE w.side = 0 GROUP BY w.side, w.k, w.rest, @FEN_BEFORE@
  UNION ALL
  SELECT w.side, w.k, w.rest, @FEN_AFTER@, SUM(households * members)
  FROM zengshou_incomes i JOIN wanted w ON w.yuan = @YUAN_AFTER@ WHERE w.side = 1 GROUP BY w.side, w.k, w.rest, @FEN_AFTER@
), found AS (
  SELECT side, k, fen, rest, people, SUM(people) OVER (PARTITION BY side, k ORDER BY fen ROWS UNBOUNDED PRECEDING) AS upto FROM heads
)
SELECT side, k, fen FROM found WHERE upto - people < rest AND upto >= rest;

@STAGE zengshou_groups@
WITH bounds AS (
  SELECT @BOUNDS@
  FROM zengshou_tenth WHERE side = 0
), tenths AS (
  SELECT @TENTH_OF@ AS tenth, households, members, income_before, income_after
  FROM zengshou_incomes CROSS JOIN bounds b
)
SELECT 'all' AS section, '' AS name, @GROUP_SUMS@ FROM zengshou_cells
UNION ALL SELECT 'county', place, @GROUP_SUMS@ FROM zengshou_cells GROUP BY place
UNION ALL SELECT 'kind', CASE kind WHEN 0 THEN 'lifted' WHEN 1 THEN 'unstable' WHEN 2 THEN 'marginal' WHEN 3 THEN 'sudden' ELSE 'ordinary' END,
  @GROUP_SUMS@ FROM zengshou_cells GROUP BY kind
UNION ALL SELECT 'members', CASE band WHEN 6 THEN '6+' ELSE CAST(band AS @TEXT@) END, @GROUP_SUMS@ FROM zengshou_cells GROUP BY band
UNION ALL SELECT 'tenth', CAST(tenth + 1 AS @TEXT@), CAST(SUM(households) AS @WIDE@), CAST(SUM(households * members) AS @WIDE@),
  SUM(CAST(income_before AS @WIDE@) * households), SUM(CAST(income_after AS @WIDE@) * households),
  CAST(NULL AS @WIDE@), CAST(NULL AS @WIDE@), CAST(NULL AS @WIDE@), CAST(NULL AS @WIDE@), CAST(NULL AS @WIDE@), CAST(NULL AS @WIDE@),
  CAST(SUM(CASE WHEN income_after > income_before THEN households ELSE 0 END) AS @WIDE@),
  CAST(SUM(CASE WHEN income_after < income_before THEN households ELSE 0 END) AS @WIDE@)
FROM tenths GROUP BY tenth;

WITH sides AS (
  SELECT g.*, CASE s.side WHEN 0 THEN 'plan' ELSE 'scenario' END AS side,
    CASE s.side WHEN 0 THEN income_plan ELSE income_scenario END AS income, CASE s.side WHEN 0 THEN gap_plan ELSE gap_scenario END AS gap,
    CASE s.side WHEN 0 THEN under_plan ELSE under_scenario END AS households_under,
    CASE s.side WHEN 0 THEN people_plan ELSE people_scenario END AS people_under
  FROM zengshou_groups g CROSS JOIN (VALUES (0), (1)) AS s(side)
), pairs AS (
  -- A line a yuan: some ten thousand rows at most.
  SELECT side, yuan, CAST(people AS @WIDE@) AS people,
    SUM(CAST(people AS @WIDE@)) OVER (PARTITION BY side ORDER BY yuan ROWS UNBOUNDED PRECEDING) - people AS people_below,
    SUM(CAST(people AS @WIDE@) * yuan) OVER (PARTITION BY side ORDER BY yuan ROWS UNBOUNDED PRECEDING)
      - CAST(people AS @WIDE@) * yuan AS income_below
  FROM zengshou_yuan
), gini AS (
  SELECT side, SUM(people * (yuan * people_below - income_below)) * 1000000 AS above, SUM(people) * SUM(people * yuan) AS whole
  FROM pairs GROUP BY side
), parts AS (
  SELECT SUM(CAST(wage AS @WIDE@) * weight * copies) AS wage, SUM(CAST(operating AS @WIDE@) * weight * copies) AS operating,
    SUM(CAST(property AS @WIDE@) * weight * copies) AS property, SUM(CAST(transfer AS @WIDE@) * weight * copies) AS transfer
  FROM zengshou_read
), bars AS (
  SELECT side, LEAST(GREATEST(yuan, 0) // 1000, 59) AS bar, SUM(people) AS people
  FROM zengshou_yuan GROUP BY side, LEAST(GREATEST(yuan, 0) // 1000, 59)
)
SELECT section, name, measure, CAST(value AS @WIDE@) AS value FROM (
  SELECT section, name, 'households' AS measure, CAST(households AS @WIDE@) AS value FROM zengshou_groups
  UNION ALL SELECT section, name, 'people', people FROM zengshou_groups
  UNION ALL SELECT section, name, 'gaining', gaining FROM zengshou_groups
  UNION ALL SELECT section, name, 'losing', losing FROM zengshou_groups
  UNION ALL SELECT section, name, CONCAT(side, '.mean'), @MEAN@ FROM sides
  UNION ALL SELECT section, name, CONCAT(side, '.under.households'), households_under FROM sides WHERE section <> 'tenth'
  UNION ALL SELECT section, name, CONCAT(side, '.under.people'), people_under FROM sides WHERE section <> 'tenth'
  UNION ALL SELECT section, name, CONCAT(side, '.under.gap'), gap FROM sides WHERE section <> 'tenth'
  UNION ALL SELECT section, name, CONCAT(side, '.under.gap_index'), @GAP_INDEX@ FROM sides WHERE section <> 'tenth'
  UNION ALL SELECT 'gini', CASE side WHEN 0 THEN 'plan' ELSE 'scenario' END, 'millionths', @GINI@ FROM gini WHERE whole > 0
  UNION ALL SELECT 'quantile', CASE side WHEN 0 THEN 'plan' ELSE 'scenario' END, CAST(k AS @TEXT@), fen FROM zengshou_tenth
  UNION ALL SELECT 'histogram', CASE side WHEN 0 THEN 'plan' ELSE 'scenario' END, CAST(bar AS @TEXT@), people FROM bars
  UNION ALL SELECT 'register', '', 'wage', @MEAN_WAGE@ FROM parts CROSS JOIN zengshou_size
  UNION ALL SELECT 'register', '', 'operating', @MEAN_OPERATING@ FROM parts CROSS JOIN zengshou_size
  UNION ALL SELECT 'register', '', 'property', @MEAN_PROPERTY@ FROM parts CROSS JOIN zengshou_size
  UNION ALL SELECT 'register', '', 'transfer', @MEAN_TRANSFER@ FROM parts CROSS JOIN zengshou_size
  UNION ALL SELECT 'reached', '', 'cover', LEAST(cover, for_cover) FROM zengshou_size
  UNION ALL SELECT 'reached', '', 'cover_unreached', cover - LEAST(cover, for_cover) FROM zengshou_size
  UNION ALL SELECT 'reached', '', 'jobs', LEAST(jobs, for_jobs) FROM zengshou_size
  UNION ALL SELECT 'reached', '', 'jobs_unreached', jobs - LEAST(jobs, for_jobs) FROM zengshou_size
  UNION ALL SELECT 'read', '', 'rows', COUNT(*) FROM {households}
  UNION ALL SELECT 'read', '', 'left_out', (SELECT COUNT(*) FROM {households}) - taken FROM zengshou_size
  UNION ALL SELECT 'line', '', 'fen', @LINE@ FROM zengshou_size
) AS figures
ORDER BY section, name, measure;
