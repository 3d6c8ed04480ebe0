<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>OmniSight</name>
    <message>
        <source>Watch again</source>
        <translation>Weiter beobachten</translation>
    </message>
</context>
</TS>
