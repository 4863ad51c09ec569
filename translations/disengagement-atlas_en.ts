<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Aggregation</name>
    <message numerus="yes">
        <source>%n larger area(s) of %1 have no member with figures (%2).</source>
        <translation>
            <numerusform>%n larger area of %1 has no member with figures (%2).</numerusform>
            <numerusform>%n larger areas of %1 have no member with figures (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have %1 but no %2 (%3); they are left out of both sums.</source>
        <translation>
            <numerusform>%n area has %1 but no %2 (%3); it is left out of both sums.</numerusform>
            <numerusform>%n areas have %1 but no %2 (%3); they are left out of both sums.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have %1, but 0 as %2 (%3). Check them.</source>
        <translation>
            <numerusform>%n area has %1, but 0 as %2 (%3). Check it.</numerusform>
            <numerusform>%n areas have %1, but 0 as %2 (%3). Check them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The shares of %n area(s) sum to more than 1 (%1), as where larger areas overlap; they count in each of those.</source>
        <translation>
            <numerusform>The shares of %n area sum to more than 1 (%1), as where larger areas overlap; it counts in each of those.</numerusform>
            <numerusform>The shares of %n areas sum to more than 1 (%1), as where larger areas overlap; they count in each of those.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The shares of %n area(s) sum to less than 1 (%1); the rest of them counts nowhere.</source>
        <translation>
            <numerusform>The shares of %n area sum to less than 1 (%1); the rest of it counts nowhere.</numerusform>
            <numerusform>The shares of %n areas sum to less than 1 (%1); the rest of them counts nowhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no share, the first is row %1; they are taken as whole. Fill in the shares, or write 1.</source>
        <translation>
            <numerusform>%n row has no share (row %1); it is taken as whole. Fill in the shares, or write 1.</numerusform>
            <numerusform>%n rows have no share, the first is row %1; they are taken as whole. Fill in the shares, or write 1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Boundaries</name>
    <message numerus="yes">
        <source>Several shapes have the same code; they are taken as one area for each of %n code(s): %1.</source>
        <translation>
            <numerusform>Several shapes have the same code; they are taken as one area: %1.</numerusform>
            <numerusform>Several shapes have the same code; they are taken as one area for each of %n codes: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) have no shape and are not drawn: %1.</source>
        <translation>
            <numerusform>%n feature has no shape and is not drawn: %1.</numerusform>
            <numerusform>%n features have no shape and are not drawn: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) are points or lines and are not drawn: %1.</source>
        <translation>
            <numerusform>%n feature is a point or a line and is not drawn: %1.</numerusform>
            <numerusform>%n features are points or lines and are not drawn: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The outlines of %n area(s) cross themselves or are too short, and are drawn as they are: %1.</source>
        <translation>
            <numerusform>The outlines of %n area cross themselves or are too short, and are drawn as they are: %1.</numerusform>
            <numerusform>The outlines of %n areas cross themselves or are too short, and are drawn as they are: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s), </source>
        <translation>
            <numerusform>%n area, </numerusform>
            <numerusform>%n areas, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n indicator(s), </source>
        <translation>
            <numerusform>%n indicator, </numerusform>
            <numerusform>%n indicators, </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dataset</name>
    <message numerus="yes">
        <source>what-if: %n value(s) tried</source>
        <translation>
            <numerusform>what-if: %n value tried</numerusform>
            <numerusform>what-if: %n values tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) are in no larger area of %1 and count nowhere (%2).</source>
        <translation>
            <numerusform>%n area is in no larger area of %1 and counts nowhere (%2).</numerusform>
            <numerusform>%n areas are in no larger area of %1 and count nowhere (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) of %1 have no figures (%2); their larger areas are added up without them.</source>
        <translation>
            <numerusform>%n area of %1 has no figures (%2); its larger areas are added up without it.</numerusform>
            <numerusform>%n areas of %1 have no figures (%2); their larger areas are added up without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n larger area(s) few members have figures (%1); what is added up there stands for that part alone.</source>
        <translation>
            <numerusform>For %n larger area few members have figures (%1); what is added up there stands for that part alone.</numerusform>
            <numerusform>For %n larger areas few members have figures (%1); what is added up there stands for that part alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) are in several larger ones and count in each.</source>
        <translation>
            <numerusform>%n area is in several larger ones and counts in each.</numerusform>
            <numerusform>%n areas are in several larger ones and count in each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of %1 changed: %2.</source>
        <translation>
            <numerusform>%n figure of %1 changed: %2.</numerusform>
            <numerusform>%n figures of %1 changed: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new indicator(s): %1.</source>
        <translation>
            <numerusform>%n new indicator: %1.</numerusform>
            <numerusform>%n new indicators: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n indicator(s) are gone: %1.</source>
        <translation>
            <numerusform>%n indicator is gone: %1.</numerusform>
            <numerusform>%n indicators are gone: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new area(s): %1.</source>
        <translation>
            <numerusform>%n new area: %1.</numerusform>
            <numerusform>%n new areas: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) are gone: %1.</source>
        <translation>
            <numerusform>%n area is gone: %1.</numerusform>
            <numerusform>%n areas are gone: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) differ</source>
        <translation>
            <numerusform>%n letter differs</numerusform>
            <numerusform>%n letters differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have other codes in %1, of another year, and are the same land (%2).</source>
        <translation>
            <numerusform>%n area has another code in %1, of another year, and is the same land (%2).</numerusform>
            <numerusform>%n areas have other codes in %1, of another year, and are the same land (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%1 holds %n number(s) among texts and is taken as a column of texts. Say --role to make it an indicator.</source>
        <translation>
            <numerusform>%1 holds %n number among texts and is taken as a column of texts. Say --role to make it an indicator.</numerusform>
            <numerusform>%1 holds %n numbers among texts and is taken as a column of texts. Say --role to make it an indicator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n indicator(s): %1</source>
        <translation>
            <numerusform>%n indicator: %1</numerusform>
            <numerusform>%n indicators: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) or index above them</source>
        <translation>
            <numerusform>%n domain or index above them</numerusform>
            <numerusform>%n domains or indexes above them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has markers after %n of its numbers (&quot;%2&quot;); they are kept beside the numbers.</source>
        <translation>
            <numerusform>%1 has a marker after %n of its numbers (&quot;%2&quot;); it is kept beside the number.</numerusform>
            <numerusform>%1 has markers after %n of its numbers (&quot;%2&quot;); they are kept beside the numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) hold characters that cannot be seen, such as zero-width spaces; they are read without them.</source>
        <translation>
            <numerusform>%n cell holds characters that cannot be seen, such as zero-width spaces; it is read without them.</numerusform>
            <numerusform>%n cells hold characters that cannot be seen, such as zero-width spaces; they are read without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of sources or notes below the figures are no areas and are left out.</source>
        <translation>
            <numerusform>%n row below the figures is a source or note and no area; it is left out.</numerusform>
            <numerusform>%n rows below the figures are sources or notes and no areas; they are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of other levels than %1 are left out.</source>
        <translation>
            <numerusform>%n row of another level than %1 is left out.</numerusform>
            <numerusform>%n rows of other levels than %1 are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 stands apart from all its other values, as where there is none; it is taken as missing, in %n row(s). Say --no-value %1=number if it is a figure.</source>
        <translation>
            <numerusform>%1 of %2 stands apart from all its other values, as where there is none; it is taken as missing, in %n row. Say --no-value %1=number if it is a figure.</numerusform>
            <numerusform>%1 of %2 stands apart from all its other values, as where there is none; it is taken as missing, in %n rows. Say --no-value %1=number if it is a figure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n indicator(s) are counts, which rank large areas first: %1. Use shares of them, or name what to divide them by as Denominator in a metadata file.</source>
        <translation>
            <numerusform>%n indicator is a count, which ranks large areas first: %1. Use a share of it, or name what to divide it by as Denominator in a metadata file.</numerusform>
            <numerusform>%n indicators are counts, which rank large areas first: %1. Use shares of them, or name what to divide them by as Denominator in a metadata file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) left out: %1.</source>
        <translation>
            <numerusform>%n column left out: %1.</numerusform>
            <numerusform>%n columns left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out (%1): %2.</source>
        <translation>
            <numerusform>%n row left out (%1): %2.</numerusform>
            <numerusform>%n rows left out (%1): %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n period(s), %1 is read.</source>
        <translation>
            <numerusform>Of %n period, %1 is read.</numerusform>
            <numerusform>Of %n periods, %1 is read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n level(s) of areas, %1 is read.</source>
        <translation>
            <numerusform>Of %n level of areas, %1 is read.</numerusform>
            <numerusform>Of %n levels of areas, %1 is read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n area(s) of the boundaries have a row of the table</source>
        <translation>
            <numerusform>The only area of the boundaries has a row of the table</numerusform>
            <numerusform>All %n areas of the boundaries have a row of the table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are only in the table.</source>
        <translation>
            <numerusform>%n row is only in the table.</numerusform>
            <numerusform>%n rows are only in the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) are only in the boundaries.</source>
        <translation>
            <numerusform>%n area is only in the boundaries.</numerusform>
            <numerusform>%n areas are only in the boundaries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are of an area that has one already.</source>
        <translation>
            <numerusform>%n row is of an area that has one already.</numerusform>
            <numerusform>%n rows are of an area that has one already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may belong together: see below.</source>
        <translation>
            <numerusform>%n pair may belong together: see below.</numerusform>
            <numerusform>%n pairs may belong together: see below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suppressed</source>
        <translation>
            <numerusform>%n suppressed</numerusform>
            <numerusform>%n suppressed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not applicable</source>
        <translation>
            <numerusform>%n not applicable</numerusform>
            <numerusform>%n not applicable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not available</source>
        <translation>
            <numerusform>%n not available</numerusform>
            <numerusform>%n not available</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too large or too small to compute with</source>
        <translation>
            <numerusform>%n too large or too small to compute with</numerusform>
            <numerusform>%n too large or too small to compute with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not a number</source>
        <translation>
            <numerusform>%n not a number</numerusform>
            <numerusform>%n not a number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank</source>
        <translation>
            <numerusform>%n blank</numerusform>
            <numerusform>%n blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 stands in %n area(s) and is taken for a missing value.</source>
        <translation>
            <numerusform>%1 stands in %n area and is taken for a missing value.</numerusform>
            <numerusform>%1 stands in %n areas and is taken for a missing value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are below 0 or above 100 per cent.</source>
        <translation>
            <numerusform>%n value is below 0 or above 100 per cent.</numerusform>
            <numerusform>%n values are below 0 or above 100 per cent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) lie far from the others, more than one and a half times the distance between the quartiles beyond them (Tukey 1977): %1.</source>
        <translation>
            <numerusform>%n area lies far from the others, more than one and a half times the distance between the quartiles beyond them (Tukey 1977): %1.</numerusform>
            <numerusform>%n areas lie far from the others, more than one and a half times the distance between the quartiles beyond them (Tukey 1977): %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have the value 0.</source>
        <translation>
            <numerusform>%n area has the value 0.</numerusform>
            <numerusform>%n areas have the value 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) share the value %1.</source>
        <translation>
            <numerusform>%n area shares the value %1.</numerusform>
            <numerusform>%n areas share the value %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beyond 100%</source>
        <translation>
            <numerusform>%n beyond 100%</numerusform>
            <numerusform>%n beyond 100%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outlier(s)</source>
        <translation>
            <numerusform>%n outlier</numerusform>
            <numerusform>%n outliers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Index</name>
    <message numerus="yes">
        <source>%n filled in</source>
        <translation>
            <numerusform>%n filled in</numerusform>
            <numerusform>%n filled in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>outliers treated in %n indicator(s)</source>
        <translation>
            <numerusform>outliers treated in %n indicator</numerusform>
            <numerusform>outliers treated in %n indicators</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionEffects</name>
    <message numerus="yes">
        <source>leaves %n area(s) without a rank</source>
        <translation>
            <numerusform>leaves %n area without a rank</numerusform>
            <numerusform>leaves %n areas without a rank</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message numerus="yes">
        <source>made from %n indicator(s)</source>
        <translation>
            <numerusform>made from %n indicator</numerusform>
            <numerusform>made from %n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n indicator(s), </source>
        <translation>
            <numerusform>mean of %n indicator, </numerusform>
            <numerusform>mean of %n indicators, </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%n tried value(s)</source>
        <translation>
            <numerusform>%n tried value</numerusform>
            <numerusform>%n tried values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message numerus="yes">
        <source>%n place(s) less disengaged than by the index</source>
        <translation>
            <numerusform>%n place less disengaged than by the index</numerusform>
            <numerusform>%n places less disengaged than by the index</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) more disengaged than by the index</source>
        <translation>
            <numerusform>%n place more disengaged than by the index</numerusform>
            <numerusform>%n places more disengaged than by the index</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n published order(s) of neighbours that rounding cannot explain</source>
        <translation>
            <numerusform>%n published order of neighbours that rounding cannot explain</numerusform>
            <numerusform>%n published orders of neighbours that rounding cannot explain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message numerus="yes">
        <source>%n row(s) of the sheet %1 are hidden and were read with the others.</source>
        <translation>
            <numerusform>%n row of the sheet %1 is hidden and was read with the others.</numerusform>
            <numerusform>%n rows of the sheet %1 are hidden and were read with the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) of the sheet %1 are hidden and were read with the others.</source>
        <translation>
            <numerusform>%n column of the sheet %1 is hidden and was read with the others.</numerusform>
            <numerusform>%n columns of the sheet %1 are hidden and were read with the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of the sheet %1 hold a formula without a result and are empty here, the first in %2. Open the workbook in a spreadsheet program and save it.</source>
        <translation>
            <numerusform>%n cell of the sheet %1 holds a formula without a result and is empty here, the first in %2. Open the workbook in a spreadsheet program and save it.</numerusform>
            <numerusform>%n cells of the sheet %1 hold a formula without a result and are empty here, the first in %2. Open the workbook in a spreadsheet program and save it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n formula(s) of the sheet %1 have the result 0 in a workbook that was not calculated when it was written, the first in %2. Open the workbook in a spreadsheet program and save it.</source>
        <translation>
            <numerusform>%n formula of the sheet %1 has the result 0 in a workbook that was not calculated when it was written, the first in %2. Open the workbook in a spreadsheet program and save it.</numerusform>
            <numerusform>%n formulas of the sheet %1 have the result 0 in a workbook that was not calculated when it was written, the first in %2. Open the workbook in a spreadsheet program and save it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Widgets</name>
    <message numerus="yes">
        <source>It ranks above %n area(s).</source>
        <translation>
            <numerusform>It ranks above %n area.</numerusform>
            <numerusform>It ranks above %n areas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::Assistant</name>
    <message numerus="yes">
        <source>%n indicator(s)</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) match no area of the map.</source>
        <translation>
            <numerusform>%n row matches no area of the map.</numerusform>
            <numerusform>%n rows match no area of the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to decide</source>
        <translation>
            <numerusform>%n thing to decide</numerusform>
            <numerusform>%n things to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::AtlasWorkspace</name>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n indicator(s)</source>
        <translation>
            <numerusform>%1 of %n indicator</numerusform>
            <numerusform>%1 of %n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried value(s) of %1 have no place in these data.</source>
        <translation>
            <numerusform>%n tried value of %1 has no place in these data.</numerusform>
            <numerusform>%n tried values of %1 have no place in these data.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::ComparisonPane</name>
    <message numerus="yes">
        <source>%n area(s) change class.</source>
        <translation>
            <numerusform>%n area changes class.</numerusform>
            <numerusform>%n areas change class.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 areas change(s) rank, by up to %2.</source>
        <translation>
            <numerusform>%n of %1 areas changes rank, by %2.</numerusform>
            <numerusform>%n of %1 areas change rank, by up to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have a rank by one of them only.</source>
        <translation>
            <numerusform>%n area has a rank by one of them only.</numerusform>
            <numerusform>%n areas have a rank by one of them only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::Copying</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::DescribePage</name>
    <message numerus="yes">
        <source>%n indicator(s)</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which way do %n indicator(s) point?</source>
        <translation>
            <numerusform>Which way does %n indicator point?</numerusform>
            <numerusform>Which way do %n indicators point?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::DescriptionForm</name>
    <message numerus="yes">
        <source>%n indicator(s) are selected. What you change here holds for all of them, but for the name.</source>
        <translation>
            <numerusform>%n indicator is selected.</numerusform>
            <numerusform>%n indicators are selected. What you change here holds for all of them, but for the name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::FilterLine</name>
    <message numerus="yes">
        <source>%n chosen area(s)</source>
        <translation>
            <numerusform>%n chosen area</numerusform>
            <numerusform>%n chosen areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::HistogramView</name>
    <message numerus="yes">
        <source>Values from %1 to %2 in %3 bars; the median is %4, and the tallest bar holds %n area(s).</source>
        <translation>
            <numerusform>Values from %1 to %2 in %3 bars; the median is %4, and the tallest bar holds %n area.</numerusform>
            <numerusform>Values from %1 to %2 in %3 bars; the median is %4, and the tallest bar holds %n areas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) from %1 to %2</source>
        <translation>
            <numerusform>%n area from %1 to %2</numerusform>
            <numerusform>%n areas from %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::Inspector</name>
    <message numerus="yes">
        <source>%n area(s) compared</source>
        <translation>
            <numerusform>%n area compared</numerusform>
            <numerusform>%n areas compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected, not shown here</source>
        <translation>
            <numerusform>%n more selected, not shown here</numerusform>
            <numerusform>%n more selected, not shown here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::IssuesDialog</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::MatchPage</name>
    <message numerus="yes">
        <source>Only in the table: %n row(s)</source>
        <translation>
            <numerusform>Only in the table: %n row</numerusform>
            <numerusform>Only in the table: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only in the boundaries: %n area(s)</source>
        <translation>
            <numerusform>Only in the boundaries: %n area</numerusform>
            <numerusform>Only in the boundaries: %n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled: %n row(s)</source>
        <translation>
            <numerusform>Settled: %n row</numerusform>
            <numerusform>Settled: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are selected.</source>
        <translation>
            <numerusform>%n row is selected.</numerusform>
            <numerusform>%n rows are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::MembersPage</name>
    <message numerus="yes">
        <source>Added up from %n area(s)</source>
        <translation>
            <numerusform>Added up from %n area</numerusform>
            <numerusform>Added up from %n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, of which %n is (are) in other larger areas as well</source>
        <translation>
            <numerusform>, of which %n is in other larger areas as well</numerusform>
            <numerusform>, of which %n are in other larger areas as well</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::MethodDialog</name>
    <message numerus="yes">
        <source>%n area(s) change rank</source>
        <translation>
            <numerusform>%n area changes rank</numerusform>
            <numerusform>%n areas change rank</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::RanksPage</name>
    <message numerus="yes">
        <source>%n area(s) share the score of another now.</source>
        <translation>
            <numerusform>%n area shares the score of another now.</numerusform>
            <numerusform>%n areas share the score of another now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moves %n area(s) to another class</source>
        <translation>
            <numerusform>moves %n area to another class</numerusform>
            <numerusform>moves %n areas to another class</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::RecoveryBar</name>
    <message numerus="yes">
        <source>%n more after this.</source>
        <translation>
            <numerusform>%n more after this.</numerusform>
            <numerusform>%n more after this.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::ScalePage</name>
    <message numerus="yes">
        <source>%n row(s) without two numbers; they do not count.</source>
        <translation>
            <numerusform>%n row without two numbers; it does not count.</numerusform>
            <numerusform>%n rows without two numbers; they do not count.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::StatusLine</name>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::TableKey</name>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n area(s)</source>
        <translation>
            <numerusform>%L1 of %n area</numerusform>
            <numerusform>%L1 of %n areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::TreatmentPage</name>
    <message numerus="yes">
        <source>%n brought in</source>
        <translation>
            <numerusform>%n brought in</numerusform>
            <numerusform>%n brought in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) filled in; the table marks them.</source>
        <translation>
            <numerusform>%n value filled in; the table marks it.</numerusform>
            <numerusform>%n values filled in; the table marks them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have values missing.</source>
        <translation>
            <numerusform>%n area has values missing.</numerusform>
            <numerusform>%n areas have values missing.</numerusform>
        </translation>
    </message>
</context>
</TS>
