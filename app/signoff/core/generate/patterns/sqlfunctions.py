"""Functions a rule written as SQL may call: what computes a value, nothing that reads files or tables."""

from __future__ import annotations

from sqlglot import exp

from signoff.core.generate.patterns.wordlists import word_set

_KINDS = word_set(
    "abs acos addmonths and anyvalue argmax argmin ascii asin atan atan2 avg case cast ceil chr coalesce",
    "concat concatws contains convert corr cos countif count cumedist currentdate currentdatetime",
    "currenttime currenttimestamp date dateadd datediff datefromparts datestrtodate datesub datetime",
    "datetimeadd datetimediff datetimesub datetimetrunc datetrunc day dayname dayofmonth dayofweek",
    "dayofweekiso dayofyear decode decodecase degrees denserank endswith exp extract first firstvalue",
    "floor greatest groupconcat hour if initcap isinf isnan lag last lastday lastvalue lead least left",
    "length levenshtein ln localtime localtimestamp log logicaland logicalor lower max md5 md5digest",
    "median min minute mode month monthname monthsbetween nanvl negative nthvalue ntile nullif",
    "numbertostr nvl2 or pad parsenumeric percentilecont percentiledisc percentrank pow quarter radians",
    "rank regexpcount regexpextract regexpfullmatch regexpilike regexpinstr regexplike regexpreplace",
    "regexpsplit regexpsubstr repeat replace reverse right round rownumber safedivide second sha sha2",
    "sign sin space split splitpart sqrt startswith stddev stddevpop stddevsamp strposition strtodate",
    "strtotime stuff substring substringindex sum systimestamp tan timestamp timestampadd timestampdiff",
    "timestampsub timestamptrunc timestrtodate timestrtotime timetostr timetotimestr tochar todays",
    "todouble tonumber translate trim trunc try trycast tsordsadd tsordsdiff tsordstodate",
    "tsordstotimestamp unicode unixtotime upper variance variancepop week weekofyear xor year",
)
_NAMES = word_set(
    "strptime try_strptime strftime regexp_replace regexp_matches regexp_extract string_split",
    "array_to_string date_part date_trunc date_diff last_day monthname dayname dayofweek dayofyear",
    "weekofyear week isodow quarter year month day hour minute second epoch epoch_ms make_date",
    "make_timestamp lpad rpad ltrim rtrim trim reverse repeat left right instr strpos position contains",
    "starts_with ends_with prefix suffix concat concat_ws md5 sha256 hash chr ascii unicode format printf",
    "greatest least coalesce nullif ifnull sign round ceil ceiling floor trunc abs mod power sqrt exp ln",
    "log any_value arg_max arg_min first last median mode string_agg bool_and bool_or count_if stddev",
    "variance row_number rank dense_rank ntile lag lead first_value last_value percent_rank cume_dist",
)


def is_known_function(node: exp.Func) -> bool:
    """Whether the function computes a value from its arguments, the rows or the clock."""
    if isinstance(node, exp.Anonymous):
        return node.name.lower() in _NAMES
    return node.key in _KINDS
