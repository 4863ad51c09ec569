<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>MapScene</name>
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
    <name>RunCommand</name>
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
</TS>
