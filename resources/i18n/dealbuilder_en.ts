<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AssumptionsDialog</name>
    <message numerus="yes">
        <source>%n assumption(s) differ from the catalogue in this deal.</source>
        <translation>
            <numerusform>%n assumption differs from the catalogue in this deal.</numerusform>
            <numerusform>%n assumptions differ from the catalogue in this deal.</numerusform>
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
