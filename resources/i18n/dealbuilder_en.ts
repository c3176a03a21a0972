<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>assumptions</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inject(s)</source>
        <translation>
            <numerusform>%n inject</numerusform>
            <numerusform>%n injects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message numerus="yes">
        <source>%n place(s) on this page; Enter goes to the next</source>
        <translation>
            <numerusform>%n place on this page; Enter goes to the next</numerusform>
            <numerusform>%n places on this page; Enter goes to the next</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OffMenuDialog</name>
    <message numerus="yes">
        <source>Mean of %n estimate(s): likely {likely}, from {low} to {high}.</source>
        <translation>
            <numerusform>Mean of %n estimate: likely {likely}, from {low} to {high}.</numerusform>
            <numerusform>Mean of %n estimates: likely {likely}, from {low} to {high}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n clause</numerusform>
            <numerusform>%n clauses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n clause</numerusform>
            <numerusform>%n clauses</numerusform>
        </translation>
    </message>
</context>
</TS>
