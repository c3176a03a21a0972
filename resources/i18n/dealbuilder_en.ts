<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AgreementDialog</name>
    <message numerus="yes">
        <source>It is about the package “{name}” as it stands now, with %n clause(s).</source>
        <translation>
            <numerusform>It is about the package “{name}” as it stands now, with %n clause.</numerusform>
            <numerusform>It is about the package “{name}” as it stands now, with %n clauses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message numerus="yes">
        <source>%n more fault(s) since.</source>
        <translation>
            <numerusform>%n more fault since.</numerusform>
            <numerusform>%n more faults since.</numerusform>
        </translation>
    </message>
</context>
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
    <name>KitDialog</name>
    <message numerus="yes">
        <source>%n file(s) are in {folder}. Begin with the index.</source>
        <translation>
            <numerusform>%n file is in {folder}. Begin with the index.</numerusform>
            <numerusform>%n files are in {folder}. Begin with the index.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOverDialog</name>
    <message numerus="yes">
        <source>%n deal(s) with unsaved work were kept. You can look at them now or later.</source>
        <translation>
            <numerusform>%n deal with unsaved work was kept. You can look at it now or later.</numerusform>
            <numerusform>%n deals with unsaved work were kept. You can look at them now or later.</numerusform>
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
    <name>OrderPanel</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not begun: nothing is recorded. The plan takes %n minute(s).</source>
        <translation>
            <numerusform>Not begun: nothing is recorded. The plan takes %n minute.</numerusform>
            <numerusform>Not begun: nothing is recorded. The plan takes %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min behind the plan</source>
        <translation>
            <numerusform>%n min behind the plan</numerusform>
            <numerusform>%n min behind the plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ahead of the plan</source>
        <translation>
            <numerusform>%n min ahead of the plan</numerusform>
            <numerusform>%n min ahead of the plan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackagePane</name>
    <message numerus="yes">
        <source>and %n more of this kind</source>
        <translation>
            <numerusform>and %n more of this kind</numerusform>
            <numerusform>and %n more of this kind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PredictPanel</name>
    <message numerus="yes">
        <source>%n hand(s) for answer {place}</source>
        <translation>
            <numerusform>%n hand for answer {place}</numerusform>
            <numerusform>%n hands for answer {place}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message numerus="yes">
        <source>The computer stood still for %n second(s), as if asleep; the timer waits for you.</source>
        <translation>
            <numerusform>The computer stood still for %n second, as if asleep; the timer waits for you.</numerusform>
            <numerusform>The computer stood still for %n seconds, as if asleep; the timer waits for you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RehearsalDialog</name>
    <message numerus="yes">
        <source>%n line(s) fail: mend them before the session.</source>
        <translation>
            <numerusform>%n line fails: mend it before the session.</numerusform>
            <numerusform>%n lines fail: mend them before the session.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing fails; %n line(s) need your attention.</source>
        <translation>
            <numerusform>Nothing fails; %n line needs your attention.</numerusform>
            <numerusform>Nothing fails; %n lines need your attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomDialogs</name>
    <message numerus="yes">
        <source>%n sealed value(s) are not encrypted in this file: whoever has it can read them.</source>
        <translation>
            <numerusform>%n sealed value is not encrypted in this file: whoever has it can read it.</numerusform>
            <numerusform>%n sealed values are not encrypted in this file: whoever has it can read them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message numerus="yes">
        <source>Leaves %n clause(s) alone</source>
        <translation>
            <numerusform>Leaves %n clause alone</numerusform>
            <numerusform>Leaves %n clauses alone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StagesEditor</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
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
