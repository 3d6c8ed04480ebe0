<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>OmniSight</name>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> first </source>
            <translation> zuerst: </translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> {seen}</source>
            <translation> {seen}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> {seen}, coming {been_in}, {least}</source>
            <translation> {seen}, {been_in}, {least}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> {seen}, having been {been_in}</source>
            <translation> {seen}, war vorher {been_in}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> {seen}, {least}</source>
            <translation> {seen}, {least}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>'auto' uses the graphics device where a trial at start shows that it can; 'off' never.</source>
            <translation>'auto' benutzt den Grafikchip, wo ein Versuch beim Start zeigt, dass er es kann; 'off' nie.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>'offline' needs no model; 'auto' asks Claude once there is a key, else your server.</source>
            <translation>'offline' braucht kein Modell; 'auto' fragt Claude, sobald es einen Schlüssel gibt, sonst Ihren Server.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>'{address}' is no address.</source>
            <translation>'{address}' ist keine Adresse.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>'{address}' is no web address.</source>
            <translation>'{address}' ist keine Webadresse.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/store.py" />
            <source>'{f0}' is being pulled already.</source>
            <translation>„{f0}“ wird schon geholt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>'{f0}' is no address that can be called.</source>
            <translation>'{f0}' ist keine Adresse, die erreicht werden kann.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/hearing/remote.py" />
            <source>'{f0}' is no folder with a model for faster-whisper.</source>
            <translation>„{f0}“ ist kein Ordner mit einem Modell für faster-whisper.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>'{f0}' is no name for a gesture.</source>
            <translation>„{f0}“ ist kein Name für eine Geste.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>'{f0}' is of no kind that is known here.</source>
            <translation>'{f0}' ist von keiner Art, die hier bekannt ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>'{f0}' names no host.</source>
            <translation>„{f0}“ nennt keinen Computer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/download.py" />
            <source>'{f0}' needs {f1} bytes more, and {f2} are free.</source>
            <translation>„{f0}“ braucht noch {f1} Bytes, und {f2} sind frei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sketch.py" />
            <source>'{name}' is there twice. Give each a name of its own.</source>
            <translation>'{name}' gibt es zweimal. Jedes braucht einen eigenen Namen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>'{text}' are no hours.</source>
            <translation>'{text}' sind keine Uhrzeiten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>'{text}' is no length of time.</source>
            <translation>'{text}' ist keine Zeitdauer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/choosing.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/particulars.py" />
            <source>'{text}' is no number.</source>
            <translation>'{text}' ist keine Zahl.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, coming {been_in}</source>
            <translation>, {been_in}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, coming {been_in}, {least}</source>
            <translation>, {been_in}, {least}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/server.py" />
            <source>, for whoever has the token</source>
            <translation>, für jeden, der das Token hat</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, then </source>
            <translation>, dann: </translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, {hours}, {days}, </source>
            <translation>, {hours}, {days}, </translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, {least}</source>
            <translation>, {least}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/load.py" />
            <source>--set {f0}</source>
            <translation>--set {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>1 backup of the database</source>
            <translation>1 Sicherung der Datenbank</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>1 clip</source>
            <translation>1 Clip</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>1 day</source>
            <translation>1 Tag</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>1 does not work.</source>
            <translation>1 funktioniert nicht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>1 event</source>
            <translation>1 Ereignis</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>1 export</source>
            <translation>1 Export</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>1 gesture is in {file}.</source>
            <translation>1 Geste ist in {file}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>1 line</source>
            <translation>1 Linie</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>1 mask</source>
            <translation>1 Maske</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>1 person</source>
            <translation>1 Person</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>1 picture</source>
            <translation>1 Bild</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>1 piece of footage</source>
            <translation>1 Stück Aufnahme</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>1 setting speaks of it.</source>
            <translation>1 Einstellung spricht davon.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>1 story reviewed.</source>
            <translation>1 Geschichte gesichtet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>1 take</source>
            <translation>1 Aufnahme</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>1 transcript</source>
            <translation>1 Mitschrift</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people.py" />
            <source>1 visitor</source>
            <translation>1 Besucher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>1 zone</source>
            <translation>1 Zone</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/days.py" />
            <source>30 days ago</source>
            <translation>vor 30 Tagen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>A POST with JSON to an address of yours.</source>
            <translation>Ein POST mit JSON an eine Adresse von Ihnen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>A better stream of the same camera, for clips and footage.</source>
            <translation>Ein besserer Stream derselben Kamera, für Clips und Aufnahmen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>A camera in the network</source>
            <translation>Eine Kamera im Netzwerk</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/request.py" />
            <source>A camera is named twice.</source>
            <translation>Eine Kamera ist zweimal genannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>A camera needs a name of 1 to {f0} letters.</source>
            <translation>Eine Kamera braucht einen Namen von 1 bis {f0} Buchstaben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>A camera needs an address.</source>
            <translation>Eine Kamera braucht eine Adresse.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/clipfile.py" />
            <source>A clip could not be written: {f0}.</source>
            <translation>Ein Clip konnte nicht geschrieben werden: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/footage.py" />
            <source>A clip points outside the media folder.</source>
            <translation>Ein Clip zeigt aus dem Medienordner hinaus.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>A folder on a larger, slower disk or in the network; pieces are moved there; none if empty.</source>
            <translation>Ein Ordner auf einem größeren, langsameren Laufwerk oder im Netzwerk, in den Stücke verschoben werden; keiner, wenn leer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>A folder to look for model files in before the program's own.</source>
            <translation>Ein Ordner, in dem vor dem eigenen des Programms nach Modelldateien gesucht wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>A gesture needs a take.</source>
            <translation>Eine Geste braucht eine Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>A label is a word, such as person or car.</source>
            <translation>Eine Art ist ein Wort, etwa person oder car.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>A language model on this computer; nothing leaves it.</source>
            <translation>Ein Sprachmodell auf diesem Computer; nichts verlässt ihn.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>A loud noise</source>
            <translation>Ein lautes Geräusch</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>A mask</source>
            <translation>Eine Maske</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>A mask of {f0} corners covers nothing.</source>
            <translation>Eine Maske mit {f0} Ecken verdeckt nichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>A mask whose corners lie in a line covers nothing.</source>
            <translation>Eine Maske, deren Ecken auf einer Linie liegen, verdeckt nichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/mask.py" />
            <source>A masked area needs at least three corners.</source>
            <translation>Eine verdeckte Fläche braucht mindestens drei Ecken.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>A microphone shows nothing.</source>
            <translation>Ein Mikrofon zeigt nichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>A movement with the left hand is the same with the right one</source>
            <translation>Eine Bewegung der linken Hand gilt auch mit der rechten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>A new gesture</source>
            <translation>Eine neue Geste</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>A new key</source>
            <translation>Ein neuer Schlüssel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>A new rule</source>
            <translation>Eine neue Regel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/pause.py" />
            <source>A pause ends later than now, and within two days.</source>
            <translation>Eine Pause endet nach jetzt und binnen zwei Tagen.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>A person is followed from camera to camera by face alone.</source>
            <translation>Eine Person wird nur am Gesicht von Kamera zu Kamera verfolgt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/pictures.py" />
            <source>A picture of a track could not be made into a JPEG.</source>
            <translation>Aus einem Bild konnte kein JPEG gemacht werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/thumbnail.py" />
            <source>A picture of the clip could not be made into a JPEG.</source>
            <translation>Aus einem Bild des Clips ließ sich kein JPEG machen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>A recording that was analysed. Nobody watches it now.</source>
            <translation>Eine Aufnahme, die ausgewertet wurde. Sie wird nicht beobachtet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>A recording, or a folder of pictures</source>
            <translation>Eine Aufnahme oder ein Ordner mit Bildern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>A rule has no id.</source>
            <translation>Einer Regel fehlt die Kennung.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>A rule says for whom, where and at what time it counts, and what happens then.</source>
            <translation>Eine Regel sagt, bei wem, wo und zu welcher Zeit sie zählt und was dann geschieht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>A rule says in a sentence what you want to know of. Begin with one of these:</source>
            <translation>Eine Regel sagt in einem Satz, wovon Sie erfahren wollen. Beginnen Sie mit einer von diesen:</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>A short name.</source>
            <translation>Ein kurzer Name.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>A take begins after a count of three. Keep your hands in the picture.</source>
            <translation>Jede Aufnahme beginnt nach drei Sekunden. Die Hände bleiben im Bild.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>A visitor of their own</source>
            <translation>Ein eigener Besucher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/chatturn.py" />
            <source>A watch that is not in force yet</source>
            <translation>Eine Beobachtung, die noch nicht gilt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>A webcam, a camera in your network or a file: what it sees is shown here.</source>
            <translation>Eine Webcam, eine Kamera im Netzwerk oder eine Datei: Was sie sieht, erscheint hier.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>A whole video is one take; three to five are best.</source>
            <translation>Ein ganzes Video ist eine Aufnahme; drei bis fünf sind am besten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>A zip is only made of what is sealed.</source>
            <translation>Ein Zip entsteht nur aus Versiegeltem.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Accent</source>
            <translation>Akzent</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: blue</source>
            <translation>Akzent: Blau</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: green</source>
            <translation>Akzent: Grün</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: pink</source>
            <translation>Akzent: Rosa</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: teal</source>
            <translation>Akzent: Türkis</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: violet</source>
            <translation>Akzent: Violett</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>Add --evidence, or name a folder.</source>
            <translation>Wählen Sie Beweise dazu, oder nennen Sie einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Add a camera</source>
            <translation>Kamera hinzufügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Add a camera  Ctrl+N</source>
            <translation>Kamera hinzufügen  Strg+N</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Add a channel</source>
            <translation>Kanal hinzufügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Add a point</source>
            <translation>Punkt hinzufügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Add camera</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Add channel</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Add it anyway</source>
            <translation>Trotzdem hinzufügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Add one to begin.</source>
            <translation>Fügen Sie eine hinzu, um zu beginnen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Add photographs…</source>
            <translation>Fotos hinzufügen …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <source>Add somebody</source>
            <translation>Jemanden hinzufügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Add somebody from photographs</source>
            <translation>Jemanden aus Fotos hinzufügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Address, for what is looked at</source>
            <translation>Adresse für das, was ausgewertet wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Again and again, like a camera</source>
            <translation>Immer wieder von vorn, wie eine Kamera</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>All cameras</source>
            <translation>Alle Kameras</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <location filename="../../omnisight_desktop/gui/widgets/stage.py" />
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>All gestures</source>
            <translation>Alle Gesten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>All gestures  Esc</source>
            <translation>Alle Gesten  Esc</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>All settings</source>
            <translation>Alle Einstellungen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>All that is needed works; {count} could be better.</source>
            <translation>Alles Nötige funktioniert; {count} könnte besser sein.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>All well, but look at {cameras}.</source>
            <translation>Alles gut, aber sehen Sie nach: {cameras}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>All well.</source>
            <translation>Alles gut.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>Allow it: sudo usermod -aG audio $USER, then log in again.</source>
            <translation>Erlauben Sie es: sudo usermod -aG audio $USER, dann neu anmelden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Always</source>
            <translation>Immer</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Another detector is used.</source>
            <translation>Ein anderer Detektor wird benutzt.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Another network tells faces apart.</source>
            <translation>Ein anderes Netz hält Gesichter auseinander.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>Another program holds the database {f0}.</source>
            <translation>Ein anderes Programm hält die Datenbank {f0} fest.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Another take</source>
            <translation>Noch eine Aufnahme</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Answer no</source>
            <translation>Mit Nein antworten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Answer yes</source>
            <translation>Mit Ja antworten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Answers for programs and browsers of this computer.</source>
            <translation>Antworten für Programme und Browser dieses Computers.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Answers programs and browsers of this computer while OmniSight watches.</source>
            <translation>Antwortet Programmen und Browsern auf diesem Computer, solange OmniSight beobachtet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Any of the hundred services of Apprise, by its address.</source>
            <translation>Einer der hundert Dienste von Apprise, über seine Adresse.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Archive people</source>
            <translation>Personen archivieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>Are kept, with them blurred</source>
            <translation>Bleiben, mit der Person unkenntlich</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>Are removed</source>
            <translation>Werden entfernt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>Are {one} and {other} the same person?</source>
            <translation>Sind {one} und {other} dieselbe Person?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <source>Arm</source>
            <translation>Scharf schalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Arm: tell people again</source>
            <translation>Scharf schalten: wieder melden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <source>Armed. People are told what happens.</source>
            <translation>Scharf geschaltet. Was geschieht, wird gemeldet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>As a notification on this computer. Nothing leaves it.</source>
            <translation>Als Mitteilung auf diesem Computer. Nichts verlässt ihn.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all cameras</source>
            <translation>Wie bei allen Kameras</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all: {days}</source>
            <translation>Wie bei allen: {days}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all: {fps}</source>
            <translation>Wie bei allen: {fps}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all: {labels}</source>
            <translation>Wie bei allen: {labels}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all: {mode}</source>
            <translation>Wie bei allen: {mode}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Ask</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Ask a question</source>
            <translation>Eine Frage stellen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>Ask again another time  L</source>
            <translation>Ein andermal fragen  L</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/retention.py" />
            <source>Ask again in a minute.</source>
            <translation>Fragen Sie in einer Minute noch einmal.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/core/errors.py" />
            <source>Ask again: it is started anew. If it keeps dying, look whether memory is short.</source>
            <translation>Versuchen Sie es noch einmal: Es wird neu gestartet. Endet es immer wieder, sehen Sie nach, ob der Speicher knapp ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Ask another time</source>
            <translation>Ein andermal fragen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>Ask for 1, or make it a rule about who enters, loiters, crosses or is there.</source>
            <translation>Verlangen Sie 1, oder machen Sie daraus eine Regel darüber, wer hineingeht, verweilt, überquert oder da ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>Ask for at least 1.</source>
            <translation>Verlangen Sie mindestens 1.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Ask what was seen</source>
            <translation>Fragen, was gesehen wurde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>Asking for it…</source>
            <translation>Wird angefragt …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Asking questions about what was seen.</source>
            <translation>Fragen zu dem, was gesehen wurde.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>At least {gb} GB of the disk stay free.</source>
            <translation>Mindestens {gb} GB des Laufwerks bleiben frei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/playing.py" />
            <source>At most {count} cameras play together.</source>
            <translation>Höchstens {count} Kameras spielen zusammen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>At these cameras</source>
            <translation>An diesen Kameras</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>At {camera}: </source>
            <translation>Bei {camera}: </translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>Attach one to be heard.</source>
            <translation>Schließen Sie eines an, um gehört zu werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>Attach one, or add a camera of your network; the demo and recordings work anyway.</source>
            <translation>Schließen Sie eine an, oder fügen Sie eine Netzwerkkamera hinzu; Demo und Aufnahmen gehen ohnehin.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Back to all cameras</source>
            <translation>Zurück zu allen Kameras</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Back to all cameras  Alt+Left</source>
            <translation>Zurück zu allen Kameras  Alt+Links</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Back to all gestures</source>
            <translation>Zurück zu allen Gesten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Back to everybody</source>
            <translation>Zurück zu allen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Back to everybody  Alt+Left</source>
            <translation>Zurück zu allen  Alt+Links</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Back to live</source>
            <translation>Zurück zu Live</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Back to the stories</source>
            <translation>Zurück zu den Geschichten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Back to what was saved</source>
            <translation>Zurück zum Gespeicherten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>Backup: {file}</source>
            <translation>Sicherung: {file}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Before the event</source>
            <translation>Vor dem Ereignis</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/try_page.py" />
            <source>Begin anew</source>
            <translation>Von vorn</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Boxes</source>
            <translation>Rahmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Boxes around people and things</source>
            <translation>Rahmen um Personen und Dinge</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Boxes: show or hide</source>
            <translation>Rahmen ein- oder ausblenden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/decoding.py" />
            <source>Bring the driver of the graphics device up to date. {f0}</source>
            <translation>Bringen Sie den Treiber des Grafikgeräts auf den neuesten Stand. {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Broker</source>
            <translation>Broker</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>By tomorrow</source>
            <translation>Bis morgen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>By what names browsers may call the server; a name of your own needs the token.</source>
            <translation>Unter welchen Namen Browser den Server ansprechen dürfen; ein eigener Name braucht das Token.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>By whom</source>
            <translation>Von wem</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Call it again</source>
            <translation>Erneut anrufen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Call it once and see what comes  Ctrl+T</source>
            <translation>Einmal anrufen und sehen, was kommt  Strg+T</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Calling it. This may take some seconds.</source>
            <translation>Sie wird angerufen. Das kann einige Sekunden dauern.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Calling the camera…</source>
            <translation>Die Kamera wird angerufen …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Calling…</source>
            <translation>Wird angerufen …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Came</source>
            <translation>Gekommen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>Came {count} times, last {when}.</source>
            <translation>Kam {count}-mal, zuletzt {when}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/stage.py" />
            <source>Camera</source>
            <translation>Kamera</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Camera and time</source>
            <translation>Kamera und Zeit</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Camera back</source>
            <translation>Kamera wieder da</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Camera offline</source>
            <translation>Kamera offline</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Cameras</source>
            <translation>Kameras</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Cameras that go away and come back</source>
            <translation>Kameras, die ausfallen und wiederkommen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Cameras that play together</source>
            <translation>Kameras, die zusammen spielen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Cameras whose pictures may be sent</source>
            <translation>Kameras, deren Bilder gesendet werden dürfen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Cameras, by name or id; nothing for all of them.</source>
            <translation>Kameras, nach Name oder Kennung; nichts bedeutet alle.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>Cancel it first.</source>
            <translation>Brechen Sie ihn erst ab.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/save.py" />
            <source>Change it in a text editor; plain 'name = value' lines under [section] always work.</source>
            <translation>Ändern Sie es in einem Texteditor; einfache Zeilen „name = value“ unter [section] gehen immer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>Change its permissions, or choose another data folder with --data.</source>
            <translation>Ändern Sie die Rechte, oder wählen Sie mit --data einen anderen Datenordner.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Change {channel}</source>
            <translation>{channel} ändern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Change…</source>
            <translation>Ändern …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check both, and whether the camera's user may view video.</source>
            <translation>Prüfen Sie beides, und ob dieser Benutzer der Kamera Video sehen darf.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Check its cable; it is tried again by itself.</source>
            <translation>Prüfen Sie das Kabel; es wird von selbst wieder versucht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>Check its permissions.</source>
            <translation>Prüfen Sie die Berechtigungen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check that the address is that of the stream, not of a web page; or restart the camera.</source>
            <translation>Prüfen Sie, ob es die Adresse des Streams ist und nicht die einer Webseite; oder starten Sie die Kamera neu.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/jpegs.py" />
            <source>Check that the address is that of the stream, not of the camera's web page.</source>
            <translation>Prüfen Sie, ob es die Adresse des Streams ist und nicht die der Webseite der Kamera.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/trial.py" />
            <source>Check that the address is that of the stream; try the other transport.</source>
            <translation>Prüfen Sie, ob die Adresse die des Streams ist; versuchen Sie den anderen Transport.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/http.py" />
            <source>Check that the address is that of the video stream.</source>
            <translation>Prüfen Sie, ob es die Adresse des Videostreams ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check that the camera is not overloaded; with RTSP, try the other transport.</source>
            <translation>Prüfen Sie, ob die Kamera überlastet ist; versuchen Sie bei RTSP den anderen Transport.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check that the camera is on and reachable.</source>
            <translation>Prüfen Sie, ob die Kamera an und erreichbar ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the disk it lies on.</source>
            <translation>Prüfen Sie das Laufwerk, auf dem sie liegt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the file's permissions.</source>
            <translation>Prüfen Sie die Berechtigungen der Datei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/clipfile.py" />
            <source>Check the media folder.</source>
            <translation>Prüfen Sie den Medienordner.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the name, or write the camera's IP address instead.</source>
            <translation>Prüfen Sie den Namen, oder schreiben Sie die IP-Adresse der Kamera.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the path behind the host; the camera's manual names it.</source>
            <translation>Prüfen Sie den Pfad hinter dem Computernamen; die Anleitung der Kamera nennt ihn.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the path.</source>
            <translation>Prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the port, and that the camera's streaming service is switched on.</source>
            <translation>Prüfen Sie den Port, und ob der Streamingdienst der Kamera eingeschaltet ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the port, or try the address without the s: rtsp:// or http://.</source>
            <translation>Prüfen Sie den Port, oder versuchen Sie die Adresse ohne das s: rtsp:// oder http://.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>Check this computer</source>
            <translation>Diesen Computer prüfen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Check what is filled in, and that the server can be reached from here.</source>
            <translation>Prüfen Sie die Angaben, und ob der Server von hier erreichbar ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Check whether another program uses it{f0}; unplug it and plug it in again.</source>
            <translation>Prüfen Sie, ob ein anderes Programm sie benutzt{f0}; ziehen Sie sie ab und stecken Sie sie wieder ein.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/recording.py" />
            <source>Choose H.264 or H.265 in the camera's settings.</source>
            <translation>Wählen Sie H.264 oder H.265 in den Einstellungen der Kamera.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>Choose a camera.</source>
            <translation>Wählen Sie eine Kamera.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>Choose a folder for {setting}</source>
            <translation>Ordner wählen für {setting}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Choose a gesture, or write the name of one that is still to be taught.</source>
            <translation>Wählen Sie eine Geste, oder schreiben Sie den Namen einer, die noch gezeigt werden soll.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Choose a recording</source>
            <translation>Aufnahme wählen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Choose a story, or a moment on the timeline, to see it here.</source>
            <translation>Wählen Sie eine Geschichte oder einen Moment auf der Zeitleiste, um ihn hier zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/soundfile.py" />
            <source>Choose another file.</source>
            <translation>Wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <location filename="../../omnisight_desktop/services/cameras.py" />
            <source>Choose another name.</source>
            <translation>Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/sitting.py" />
            <source>Choose another.</source>
            <translation>Wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Choose it on the picture</source>
            <translation>Auf dem Bild auswählen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Choose one of: {f0}.</source>
            <translation>Wählen Sie eines von: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>Choose one photograph or more.</source>
            <translation>Ein Foto oder mehrere auswählen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/orders.py" />
            <source>Choose others, or a longer time.</source>
            <translation>Wählen Sie andere oder eine längere Zeit.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <source>Choose photographs</source>
            <translation>Fotos auswählen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <source>Choose photographs…</source>
            <translation>Fotos auswählen …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Choose what you would like to see.</source>
            <translation>Wählen Sie, was Sie sehen möchten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Choose where it is saved</source>
            <translation>Wählen, wo es gespeichert wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Choose who stays recognisable.</source>
            <translation>Wählen Sie, wer erkennbar bleibt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <source>Choose who teaches.</source>
            <translation>Wählen Sie, wer sie zeigt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Choose {shape}</source>
            <translation>{shape} auswählen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Choose {words}; where there is none yet, draw it first.</source>
            <translation>Wählen Sie {words}; wo es noch nichts gibt, zeichnen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>Choose…</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>Clean up now</source>
            <translation>Jetzt aufräumen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>Cleaning up…</source>
            <translation>Wird aufgeräumt …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/chips.py" />
            <source>Clear all</source>
            <translation>Alle löschen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Click its corners, then the first again. Or arrows, Space and Enter. Esc stops.</source>
            <translation>Ecken anklicken, dann wieder die erste. Oder Pfeile, Leertaste und Eingabe. Esc bricht ab.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Click its points, then press Enter. Or arrows, Space and Enter. Esc stops.</source>
            <translation>Punkte anklicken, dann Eingabe. Oder Pfeile, Leertaste und Eingabe. Esc bricht ab.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Clips</source>
            <translation>Clips</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Clips of events are always recorded. This is about all the rest.</source>
            <translation>Clips von Ereignissen werden immer aufgenommen. Hier geht es um alles andere.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>Clips of what happened: {time}</source>
            <translation>Clips von dem, was geschah: {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>Clips that show them</source>
            <translation>Clips, die die Person zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/toast.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Close that program; it is tried again by itself.</source>
            <translation>Schließen Sie dieses Programm; es wird von selbst wieder versucht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/core/errors.py" />
            <source>Close the other program; what was seen meanwhile is kept in a journal.</source>
            <translation>Schließen Sie das andere Programm; was inzwischen gesehen wurde, steht in einem Journal.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>Close the program that uses it, or choose another in the system's sound settings.</source>
            <translation>Schließen Sie das Programm, das es benutzt, oder wählen Sie in den Toneinstellungen des Systems ein anderes.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Closing the window leaves OmniSight watching; it waits in the tray.</source>
            <translation>Wird das Fenster geschlossen, beobachtet OmniSight weiter und wartet neben der Uhr.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Compares all faces that pass, bystanders' too, with known ones; off until switched on.</source>
            <translation>Vergleicht alle Gesichter, die vorbeikommen, auch fremde, mit bekannten; aus, bis es eingeschaltet wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Comparing</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Comparing every take with all others…</source>
            <translation>Jede Aufnahme wird mit allen anderen verglichen…</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/verdict.py" />
            <source>Connect it and try again.</source>
            <translation>Verbinden Sie ihn, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Connecting…</source>
            <translation>Verbindet …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Consent</source>
            <translation>Einwilligung</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Continue</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Continuous footage</source>
            <translation>Durchgehende Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Conversation</source>
            <translation>Gespräch</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/hearing/remote.py" />
            <source>Convert one with ct2-transformers-converter (--copy_files tokenizer.json preprocessor_config.json), and name its folder: omnisight settings set hearing.model FOLDER</source>
            <translation>Wandeln Sie eines mit ct2-transformers-converter um (--copy_files tokenizer.json preprocessor_config.json) und nennen Sie seinen Ordner: omnisight settings set hearing.model ORDNER</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Copied.</source>
            <translation>Kopiert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/chatturn.py" />
            <source>Copy the answer</source>
            <translation>Antwort kopieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Corners are shares of width and height: 0,0 is the upper left, 1,1 the lower right.</source>
            <translation>Ecken sind Anteile von Breite und Höhe: 0,0 ist links oben, 1,1 rechts unten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Count who goes over a line</source>
            <translation>Zählen, wer eine Linie überquert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>Counting what is kept…</source>
            <translation>Wird gezählt …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Counts who goes over it, once it is saved.</source>
            <translation>Zählt, wer sie überquert, sobald sie gespeichert ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Counts with the other hand, too</source>
            <translation>Zählt auch mit der anderen Hand</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Daily budget</source>
            <translation>Tagesbudget</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which a clip is deleted, unless it is protected.</source>
            <translation>Tage, nach denen ein Clip gelöscht wird, sofern er nicht geschützt ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Days after which a piece of footage is moved there.</source>
            <translation>Tage, nach denen ein Stück Aufnahme dorthin verschoben wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which an event is deleted.</source>
            <translation>Tage, nach denen ein Ereignis gelöscht wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which continuous footage is deleted, unless it is protected.</source>
            <translation>Tage, nach denen durchgehende Aufnahmen gelöscht werden, sofern sie nicht geschützt sind.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which footage without movement goes; 0 for as long as the rest.</source>
            <translation>Tage, nach denen Aufnahmen ohne Bewegung gelöscht werden; 0 für so lange wie der Rest.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which pictures of who was seen are deleted, unless protected.</source>
            <translation>Tage, nach denen Bilder von Gesehenen gelöscht werden, sofern nicht geschützt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which what was exported and not told where to go is deleted.</source>
            <translation>Tage, nach denen gelöscht wird, was ohne Zielangabe exportiert wurde.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days for which 'not a person' marks make the detector more careful where they are.</source>
            <translation>Tage, für die Markierungen „keine Person“ den Detektor an ihrer Stelle vorsichtiger machen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days without being seen after which a person is archived.</source>
            <translation>Tage, nach denen eine nicht mehr gesehene Person archiviert wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days without being seen after which an archived person is deleted.</source>
            <translation>Tage, nach denen eine nicht mehr gesehene, archivierte Person gelöscht wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/setting.py" />
            <source>Default: {value}</source>
            <translation>Standard: {value}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Delete archived people</source>
            <translation>Archivierte Personen löschen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>Delete it first, or say that those in the file take the place of yours.</source>
            <translation>Löschen Sie sie zuerst, oder lassen Sie die aus der Datei an ihre Stelle treten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Detail</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Detection</source>
            <translation>Erkennung</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Detector</source>
            <translation>Detektor</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Disarm: tell nobody</source>
            <translation>Unscharf schalten: niemandem melden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <source>Disarmed. Nobody is told anything; recording goes on.</source>
            <translation>Unscharf geschaltet. Niemandem wird etwas gemeldet; aufgenommen wird weiter.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/keeper.py" />
            <source>Do it in its window, or close it first.</source>
            <translation>Tun Sie es in seinem Fenster, oder schließen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>Do not ask</source>
            <translation>Nicht fragen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Drag a face onto another where the two are one.</source>
            <translation>Ein Gesicht auf ein anderes ziehen, wenn beide eine Person sind.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Drag points; + adds one, Del takes one away. Tab goes from point to point.</source>
            <translation>Punkte ziehen; + fügt einen hinzu, Entf nimmt einen weg. Tab geht von Punkt zu Punkt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Draw</source>
            <translation>Zeichnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Draw a line</source>
            <translation>Linie zeichnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Draw a mask</source>
            <translation>Maske zeichnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Draw a zone</source>
            <translation>Zone zeichnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>Draw it first, or take one of these: {f0}.</source>
            <translation>Zeichnen Sie es zuerst, oder nehmen Sie eines von diesen: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>Draw it larger.</source>
            <translation>Zeichnen Sie es größer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>Draw it longer.</source>
            <translation>Zeichnen Sie es länger.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Draw zones and lines</source>
            <translation>Zonen und Linien zeichnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Drawing: {count} points so far</source>
            <translation>Zeichnung: bisher {count} Punkte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Drawn</source>
            <translation>Gezeichnet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Drawn on the picture</source>
            <translation>Ins Bild gezeichnet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Each take is asked for as if it had never been shown.</source>
            <translation>Jede Aufnahme wird geprüft, als wäre sie nie gezeigt worden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Each time: {happens} ({where}), until {end}</source>
            <translation>Jedes Mal: {happens} ({where}), bis {end}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Earlier</source>
            <translation>Früher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Earlier conversations</source>
            <translation>Frühere Gespräche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Ended</source>
            <translation>Beendet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>Erase the key from this computer</source>
            <translation>Schlüssel von diesem Computer löschen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Erase this conversation</source>
            <translation>Dieses Gespräch löschen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/storydrawer.py" />
            <source>Events</source>
            <translation>Ereignisse</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>Events by kind and day</source>
            <translation>Ereignisse nach Art und Tag</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>Events of the last month: {totals}</source>
            <translation>Ereignisse des letzten Monats: {totals}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Every camera is seen.</source>
            <translation>Jede Kamera ist zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>Every model that the program wants is here.</source>
            <translation>Jedes gewünschte Modell ist da.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Everybody</source>
            <translation>Alle</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Everybody else who was followed</source>
            <translation>Alle anderen, die verfolgt wurden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Everybody who was followed</source>
            <translation>Alle, die verfolgt wurden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Everything a user can set. Cameras are not here: they live in the database.</source>
            <translation>Alles, was sich einstellen lässt. Kameras stehen nicht hier: Sie liegen in der Datenbank.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Everything else in the picture</source>
            <translation>Alles andere im Bild</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Everything in the picture</source>
            <translation>Alles im Bild</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <source>Everything is here already.</source>
            <translation>Es ist schon alles da.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Everything lies in {place}</source>
            <translation>Alles liegt in {place}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Everything listed is reviewed</source>
            <translation>Alles Aufgelistete ist gesichtet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Everything that sets a rule off</source>
            <translation>Alles, was eine Regel auslöst</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>Everything the program needs is here and works.</source>
            <translation>Alles, was das Programm braucht, ist da und funktioniert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>Evidence</source>
            <translation>Beweis</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>Evidence is a folder or a zip.</source>
            <translation>Beweise sind ein Ordner oder ein Zip.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Export clip</source>
            <translation>Clip exportieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Export it anew with a program of this version.</source>
            <translation>Mit einem Programm dieser Version neu schreiben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Export it anew.</source>
            <translation>Neu schreiben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/story.py" />
            <source>Export the clip of {story}</source>
            <translation>Clip exportieren: {story}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Export the newest clip</source>
            <translation>Neuesten Clip exportieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>Exporting: {share} %</source>
            <translation>Export: {share} %</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>Exporting: {share} % · about {time} left</source>
            <translation>Export: {share} % · noch etwa {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>Exports are listed anew each start.</source>
            <translation>Exporte werden bei jedem Start neu aufgelistet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/toast.py" />
            <source>F8 comes here</source>
            <translation>F8 führt hierher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Face finder</source>
            <translation>Gesichtssuche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Face model</source>
            <translation>Gesichtsmodell</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Face similarity</source>
            <translation>Ähnlichkeit von Gesichtern</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Facenet512 alone can tell faces apart.</source>
            <translation>Nur Facenet512 kann Gesichter unterscheiden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Faces a look</source>
            <translation>Gesichter je Blick</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Faces are compared with people you named.</source>
            <translation>Gesichter werden mit Personen verglichen, die Sie benannt haben.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Faces are not found, so nobody is recognised by face.</source>
            <translation>Gesichter werden nicht gefunden, also wird niemand am Gesicht erkannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Faces are not recognised</source>
            <translation>Gesichter werden nicht erkannt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Faces are not recognised just now. While they are, every face that passes is compared, bystanders' too: tell whoever can be seen.</source>
            <translation>Gesichter werden gerade nicht erkannt. Sonst wird jedes Gesicht verglichen, das vorbeikommt, auch das von Unbeteiligten: Sagen Sie es allen, die zu sehen sein können.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>Faces are recognised from now on.</source>
            <translation>Gesichter werden ab jetzt erkannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Fair: pictures are missing now and then.</source>
            <translation>Mäßig: Ab und zu fehlen Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Fill it in.</source>
            <translation>Füllen Sie es aus.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/sieve.py" />
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Find somebody</source>
            <translation>Jemanden suchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Find something to do</source>
            <translation>Befehl suchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Finding people and things in a picture.</source>
            <translation>Personen und Dinge in einem Bild finden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Finds the fingers, too, for fine signs; what was taught without is to be taught anew.</source>
            <translation>Findet auch die Finger, für feine Zeichen; was ohne gelehrt wurde, ist neu zu lehren.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Finger signs are not recognised.</source>
            <translation>Fingerzeichen werden nicht erkannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>First wait before reconnecting</source>
            <translation>Erste Wartezeit vor neuem Verbinden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Five seconds back</source>
            <translation>Fünf Sekunden zurück</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Folder of model files</source>
            <translation>Ordner mit Modelldateien</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Following what was found from picture to picture.</source>
            <translation>Gefundenes von Bild zu Bild verfolgen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Footage cannot be kept for {f0} {f1}.</source>
            <translation>Aufnahmen lassen sich nicht {f0} {f1} lang behalten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Footage of events.</source>
            <translation>Aufnahmen von Ereignissen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>For 'motion': seconds that are recorded after the last movement.</source>
            <translation>Für „motion“: Sekunden, die nach der letzten Bewegung aufgenommen werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>For 'schedule': such as 'mon-fri 08:00-18:00' or '22:00-06:00'; none: always.</source>
            <translation>Für „schedule“: etwa 'mon-fri 08:00-18:00' oder '22:00-06:00'; nichts: immer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>For Home Assistant and other programs in the house.</source>
            <translation>Für Home Assistant und andere Programme im Haus.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>For instance: said yes on 3 May</source>
            <translation>Zum Beispiel: hat am 3. Mai zugesagt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>Forget it</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Forget this person</source>
            <translation>Diese Person vergessen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/try_page.py" />
            <source>Forget what was made up to now</source>
            <translation>Vergessen, was bisher erkannt wurde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>Forget {name}?</source>
            <translation>{name} vergessen?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>Forgetting {name}…</source>
            <translation>{name} wird vergessen …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/face_wall.py" />
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Forget…</source>
            <translation>Vergessen …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Found</source>
            <translation>Gefunden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>Free disk, GB</source>
            <translation>Frei auf dem Laufwerk, GB</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/download.py" />
            <location filename="../../omnisight_desktop/services/models/part.py" />
            <source>Free some space and pull again: it goes on from there.</source>
            <translation>Schaffen Sie Platz, und holen Sie noch einmal: Es geht dort weiter.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>Free some space, choose a shorter time, or export to another disk.</source>
            <translation>Schaffen Sie Platz, wählen Sie eine kürzere Zeit, oder exportieren Sie auf ein anderes Laufwerk.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>Free some space, choose less, or export to another disk.</source>
            <translation>Schaffen Sie Platz, wählen Sie weniger, oder exportieren Sie auf ein anderes Laufwerk.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>Free some space, or lower retention.free_disk_gb and retention.free_disk_percent.</source>
            <translation>Schaffen Sie Platz, oder senken Sie retention.free_disk_gb und retention.free_disk_percent.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>Free some space, or move the data folder to a larger disk with --data.</source>
            <translation>Schaffen Sie Platz, oder verlegen Sie den Datenordner mit --data auf ein größeres Laufwerk.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/core/errors.py" />
            <source>Free some space; recording goes on by itself once there is room.</source>
            <translation>Schaffen Sie Platz; aufgenommen wird von selbst weiter, sobald welcher da ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Fri</source>
            <translation>Fr</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>From now on it is looked for  Ctrl+S</source>
            <translation>Von jetzt an wird nach ihr gesucht  Ctrl+S</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>From one take it has to be made much like that. Three leave more freedom.</source>
            <translation>Mit einer Aufnahme muss sie sehr ähnlich gemacht werden. Drei lassen mehr Freiheit.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>From photographs  Ctrl+N</source>
            <translation>Aus Fotos  Strg+N</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>From the next start, speech is written down at cameras that may listen.</source>
            <translation>Ab dem nächsten Start wird Gesprochenes aufgeschrieben, wo eine Kamera zuhören darf.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>From the next start: {what}</source>
            <translation>Ab dem nächsten Start: {what}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Full screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Gesture</source>
            <translation>Geste</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <source>Gestures</source>
            <translation>Gesten</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Gestures and posture are not recognised.</source>
            <translation>Gesten und Haltung werden nicht erkannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Gestures that somebody shared  Ctrl+I</source>
            <translation>Gesten, die jemand geteilt hat  Ctrl+I</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>Get</source>
            <translation>Holen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stage.py" />
            <source>Get the model</source>
            <translation>Modell holen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>Get them</source>
            <translation>Holen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <source>Get them now</source>
            <translation>Jetzt holen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>Get them on the page of models.</source>
            <translation>Sie lassen sich auf der Seite der Modelle holen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>Get what is missing</source>
            <translation>Fehlendes holen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>Get {model}</source>
            <translation>{model} holen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Gigabytes at most</source>
            <translation>Höchstens Gigabyte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Gigabytes to leave free</source>
            <translation>Freizulassende Gigabyte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Give 3 to {f0} corners, such as 0,0 0.5,0 0.5,0.5.</source>
            <translation>Geben Sie 3 bis {f0} Ecken an, etwa 0,0 0.5,0 0.5,0.5.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/open.py" />
            <source>Give a file, a folder of pictures, an rtsp:// or http:// address, 'webcam:0' or 'demo:'.</source>
            <translation>Geben Sie eine Datei, einen Ordner mit Bildern, eine rtsp://- oder http://-Adresse, 'webcam:0' oder 'demo:' an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Give a file, an rtsp:// or http:// address, 'webcam:0' or 'demo:'.</source>
            <translation>Geben Sie eine Datei, eine rtsp://- oder http://-Adresse, 'webcam:0' oder 'demo:' an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Give a name</source>
            <translation>Namen geben</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Give a number from 0 to 1.</source>
            <translation>Geben Sie eine Zahl von 0 bis 1 an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/particulars.py" />
            <source>Give a number from 0 to 100.</source>
            <translation>Geben Sie eine Zahl von 0 bis 100 an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Give a number from {f0} to {f1}.</source>
            <translation>Geben Sie eine Zahl von {f0} bis {f1} an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Give a recording or stream that has pictures.</source>
            <translation>Geben Sie eine Aufnahme oder einen Stream mit Bildern an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>Give each a name of its own.</source>
            <translation>Geben Sie jedem einen eigenen Namen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>Give it 0 up to a week.</source>
            <translation>Geben Sie ihr 0 bis zu einer Woche.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Give it a name first.</source>
            <translation>Geben Sie ihr zuerst einen Namen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Give it as where the sound is, beside a camera.</source>
            <translation>Geben Sie es bei einer Kamera als den Ort des Tons an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Give it one of 1 to {f0} letters.</source>
            <translation>Geben Sie ihr einen mit 1 bis {f0} Buchstaben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Give it one.</source>
            <translation>Geben Sie einen an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>Give it two steps or more.</source>
            <translation>Geben Sie ihr zwei Schritte oder mehr.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>Give it {f0} to {f1}.</source>
            <translation>Geben Sie ihm {f0} bis {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>Give its corners in the order in which they lie around it.</source>
            <translation>Nennen Sie die Ecken in der Reihenfolge, in der sie außen herum liegen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Give the camera's own rtsp:// or http:// address instead.</source>
            <translation>Geben Sie stattdessen die eigene rtsp://- oder http://-Adresse der Kamera an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Give the path of a file.</source>
            <translation>Geben Sie den Pfad einer Datei an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/weights.py" />
            <source>Give the path of a model file.</source>
            <translation>Geben Sie den Pfad einer Modelldatei an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis_mount.py" />
            <source>Give the user the right to steer, in the camera's own settings.</source>
            <translation>Geben Sie dem Benutzer in den Einstellungen der Kamera das Recht zu steuern.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Give the user the right to view, in the camera's own settings.</source>
            <translation>Geben Sie dem Benutzer in den Einstellungen der Kamera das Recht zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Give them with the camera, or write NAME:PASSWORD@ before the host in its address.</source>
            <translation>Geben Sie beides bei der Kamera an, oder schreiben Sie NAME:PASSWORT@ vor den Computernamen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>Give {f0} at most.</source>
            <translation>Höchstens {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Given up</source>
            <translation>Aufgegeben</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Glass, screams, barks and alarms are events, where a camera is listened to.</source>
            <translation>Glas, Schreie, Bellen und Alarme sind Ereignisse, wo einer Kamera zugehört wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Go on after movement</source>
            <translation>Weiter nach Bewegung</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Go on when the window is closed</source>
            <translation>Nach Schließen des Fensters weiterlaufen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>Go on with it</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Go to the newest message</source>
            <translation>Zur neuesten Meldung</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Go to {panel}</source>
            <translation>Zu {panel} gehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Goes to this computer's keyring, and nowhere else.</source>
            <translation>Kommt in den Schlüsselbund dieses Computers und nirgends sonst hin.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>Gone for good: {what}.</source>
            <translation>Endgültig gelöscht: {what}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/teaching.py" />
            <source>Good</source>
            <translation>Gut</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Good: every picture comes.</source>
            <translation>Gut: Jedes Bild kommt an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Group events to stories</source>
            <translation>Ereignisse zu Geschichten fassen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Groups unknown faces as visitors by number; without it only people you named are known.</source>
            <translation>Fasst unbekannte Gesichter als nummerierte Besucher zusammen; sonst ist nur bekannt, wen Sie benannt haben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Half of the body is out of the picture.</source>
            <translation>Der halbe Körper ist nicht im Bild.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Handed out by</source>
            <translation>Ausgehändigt von</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Hardware decoding</source>
            <translation>Dekodieren durch Hardware</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Have the camera send H.264 or H.265, or convert the recording.</source>
            <translation>Lassen Sie die Kamera H.264 oder H.265 senden, oder wandeln Sie die Aufnahme um.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <source>Health</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Heard</source>
            <translation>Gehört</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Heard from</source>
            <translation>Gehört von</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Hearing</source>
            <translation>Hören</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Held back</source>
            <translation>Zurückgehalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>Hold to forget</source>
            <translation>Zum Vergessen halten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Hold to speak instead of typing</source>
            <translation>Gedrückt halten, um zu sprechen statt zu tippen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Holds from the next start.</source>
            <translation>Gilt ab dem nächsten Start.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Hours to record in</source>
            <translation>Aufnahmezeiten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>How</source>
            <translation>Wie</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How alike two faces must be, from 0 to 1, to be taken for the same person.</source>
            <translation>Wie ähnlich zwei Gesichter sein müssen, von 0 bis 1, um als dieselbe Person zu gelten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How cameras are read.</source>
            <translation>Wie Kameras gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How high it is at least</source>
            <translation>Wie hoch es mindestens ist</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How high {thing} is at least, in per cent of the picture</source>
            <translation>Wie hoch {thing} mindestens ist, in Prozent des Bildes</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How long things are kept.</source>
            <translation>Wie lange etwas behalten wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many people are watched for gestures at the same time, the nearest first.</source>
            <translation>Wie viele Personen zugleich auf Gesten beobachtet werden, die nächsten zuerst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>How many people came this week?</source>
            <translation>Wie viele Personen kamen diese Woche?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many pictures a webcam is asked for each second.</source>
            <translation>Wie viele Bilder je Sekunde von einer Webcam verlangt werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many pictures long a gesture usually is; a camera is recorded for twice that.</source>
            <translation>Wie viele Bilder eine Geste meist dauert; eine Kamera wird doppelt so lange aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many pictures of each camera are examined each second.</source>
            <translation>Wie viele Bilder jeder Kamera je Sekunde untersucht werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many times as large a picture may be shown for small, far things; 1 costs least.</source>
            <translation>Um wie viel vergrößert ein Bild für Kleines und Fernes gezeigt werden darf; 1 kostet am wenigsten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many times something must be found before it is believed to be there.</source>
            <translation>Wie oft etwas gefunden werden muss, bis es als vorhanden gilt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How often it is looked how people move, while somebody moves.</source>
            <translation>Wie oft nachgesehen wird, wie Personen sich bewegen, solange sich jemand bewegt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/try_page.py" />
            <source>How sure it is just now</source>
            <translation>Wie sicher sie gerade ist</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How sure it must be of {thing}, in per cent</source>
            <translation>Wie sicher es bei {thing} sein muss, in Prozent</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How sure the detector must be, from 0 to 1, before a finding counts.</source>
            <translation>Wie sicher der Detektor sein muss, von 0 bis 1, damit ein Fund zählt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How sure the program must be, from 0 to 1, before a gesture counts.</source>
            <translation>Wie sicher das Programm sein muss, von 0 bis 1, damit eine Geste zählt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How sure to be of it</source>
            <translation>Wie sicher es sein muss</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How sure, and how high, in per cent</source>
            <translation>Wie sicher und wie hoch, in Prozent</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How the window looks, and which language it speaks.</source>
            <translation>Wie das Fenster aussieht und welche Sprache es spricht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/engines.py" />
            <source>ITS C LIBRARY IS MISSING: comparing gestures takes many times as long</source>
            <translation>SEINE C-BIBLIOTHEK FEHLT: Gesten zu vergleichen dauert um ein Vielfaches länger</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>In how many people's pictures a face is looked for, of each picture examined.</source>
            <translation>Bei wie vielen Personen je untersuchtem Bild ein Gesicht gesucht wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>In the hours below</source>
            <translation>Zu den Zeiten unten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>In the last 7 days it would have been set off once.</source>
            <translation>In den letzten 7 Tagen hätte sie einmal ausgelöst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>In the last 7 days it would have been set off {count} times.</source>
            <translation>In den letzten 7 Tagen hätte sie {count}-mal ausgelöst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>In the last 7 days it would not have been set off.</source>
            <translation>In den letzten 7 Tagen hätte sie nicht ausgelöst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>In the rules: {rules}</source>
            <translation>In den Regeln: {rules}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>In these hours</source>
            <translation>Zu diesen Zeiten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/media.py" />
            <source>Install PyAV from its own wheel, which has them: pip install --force-reinstall av</source>
            <translation>Installieren Sie PyAV aus seinem eigenen Paket, das sie hat: pip install --force-reinstall av</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>Install Python 3.11 and set the program up anew with it.</source>
            <translation>Installieren Sie Python 3.11, und richten Sie das Programm damit neu ein.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/engines.py" />
            <source>Install a build that has it: pip install --force-reinstall --no-deps dtaidistance</source>
            <translation>Installieren Sie eine Fassung, die sie hat: pip install --force-reinstall --no-deps dtaidistance</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>Install and unlock one, such as GNOME Keyring, KWallet or KeePassXC.</source>
            <translation>Installieren und entsperren Sie einen, etwa GNOME Keyring, KWallet oder KeePassXC.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/engines.py" />
            <source>Install it anew: pip install --force-reinstall --no-deps {f0}</source>
            <translation>Installieren Sie es neu: pip install --force-reinstall --no-deps {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/microphone.py" />
            <source>Install it with 'pip install sounddevice'.</source>
            <translation>Installieren Sie ihn mit 'pip install sounddevice'.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/inside.py" />
            <source>Install it with: pip install 'omnisight-desktop[microphone]'</source>
            <translation>Installieren Sie es mit: pip install 'omnisight-desktop[microphone]'</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/microphone.py" />
            <source>Install it; on Debian and Ubuntu: 'sudo apt-get install libportaudio2'.</source>
            <translation>Installieren Sie sie; unter Debian und Ubuntu: 'sudo apt-get install libportaudio2'.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/inside.py" />
            <source>Install it; on Debian and Ubuntu: sudo apt install libportaudio2</source>
            <translation>Installieren Sie es; unter Debian und Ubuntu: sudo apt install libportaudio2</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>Install it; on Debian and Ubuntu: sudo apt install {f0}</source>
            <translation>Installieren Sie sie; unter Debian und Ubuntu: sudo apt install {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>Install the program with pip, so that it is: pip install {f0}</source>
            <translation>Installieren Sie das Programm mit pip, damit es so ist: pip install {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/inside.py" />
            <source>Install the program's packages anew.</source>
            <translation>Installieren Sie die Pakete des Programms neu.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>Into the keyring of this computer</source>
            <translation>In den Schlüsselbund dieses Computers</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Is forgotten</source>
            <translation>Wird vergessen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>Is this {person}?</source>
            <translation>Ist das {person}?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Is told of</source>
            <translation>Erfährt von</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Is told of {what}.</source>
            <translation>Erfährt von: {what}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>Is {visitor} called {name}?</source>
            <translation>Heißt {visitor} {name}?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>It begins…</source>
            <translation>Es beginnt …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/inside.py" />
            <source>It cannot be loaded: {f0}.</source>
            <translation>Es lässt sich nicht laden: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/playback.py" />
            <source>It cannot be played: {f0}.</source>
            <translation>Es lässt sich nicht abspielen: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/compare.py" />
            <source>It differs from the others.</source>
            <translation>Sie unterscheidet sich von den anderen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>It holds no list of gestures.</source>
            <translation>Sie enthält keine Liste von Gesten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>It holds no pictures.</source>
            <translation>Sie enthält keine Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>It holds two gestures called '{f0}'.</source>
            <translation>Sie enthält zwei Gesten namens „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>It is a single picture.</source>
            <translation>Es ist ein einzelnes Bild.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <location filename="../../omnisight_desktop/pipeline/watch.py" />
            <source>It is called again by itself.</source>
            <translation>Sie wird von selbst wieder angerufen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/watch.py" />
            <source>It is called again by itself. If that lasts, restart the camera.</source>
            <translation>Sie wird von selbst wieder angerufen. Bleibt es dabei, starten Sie die Kamera neu.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>It is no file of gestures.</source>
            <translation>Es ist keine Datei mit Gesten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>It is of version {f0}, and this program knows {f1}.</source>
            <translation>Sie hat Version {f0}, und dieses Programm kennt {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>It is switched on, but its model is not on this computer. Get it there.</source>
            <translation>Es ist eingeschaltet, aber das Modell ist nicht auf diesem Computer. Holen Sie es dort.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>It is too long: something moves for {f0} s.</source>
            <translation>Sie ist zu lang: {f0} s lang bewegt sich etwas.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>It is too long: {f0} s in {f1} pictures.</source>
            <translation>Sie ist zu lang: {f0} s in {f1} Bildern.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>It is too short: {f0} s in {f1} pictures.</source>
            <translation>Sie ist zu kurz: {f0} s in {f1} Bildern.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/core/errors.py" />
            <source>It is tried again by itself for a day.</source>
            <translation>Einen Tag lang wird es von selbst wieder versucht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>It looks the same in a mirror, and counts with either hand.</source>
            <translation>Sie sieht im Spiegel gleich aus und zählt mit beiden Händen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>It may hold {f0} at most.</source>
            <translation>Sie darf höchstens {f0} enthalten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>It may serve too many viewers at once, or be restarting.</source>
            <translation>Vielleicht hat sie zu viele Zuschauer, oder sie startet gerade neu.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>It needs 1 to {f0}.</source>
            <translation>Sie braucht 1 bis {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>It sends no compressed video.</source>
            <translation>Sie sendet kein komprimiertes Video.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>It stays on this computer: there is no account, and nothing leaves it.</source>
            <translation>Es bleibt auf diesem Computer: Es gibt kein Konto, und nichts verlässt ihn.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>It waits for its turn.</source>
            <translation>Wartet, bis es an der Reihe ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>It was not added.</source>
            <translation>Es wurde nicht hinzugefügt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>It works</source>
            <translation>Es funktioniert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>It works ({roles})</source>
            <translation>Es funktioniert ({roles})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>It works.</source>
            <translation>Es funktioniert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Its RTSP service is switched off.</source>
            <translation>Ihr RTSP-Dienst ist ausgeschaltet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Its address cannot be read. Unlock the keyring, or add it anew.</source>
            <translation>Seine Adresse ist nicht lesbar. Entsperren Sie den Schlüsselbund, oder fügen Sie ihn neu hinzu.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/playback.py" />
            <source>Its content is not what was recorded.</source>
            <translation>Der Inhalt ist nicht, was aufgenommen wurde.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/playback.py" />
            <source>Its file is gone.</source>
            <translation>Die Datei ist weg.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/logins.py" />
            <source>Its password cannot be read from {f0}: that is locked, or has it no more.</source>
            <translation>Ihr Passwort ist in {f0} nicht lesbar: gesperrt oder nicht mehr vorhanden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/trial.py" />
            <source>Its pictures are wrong.</source>
            <translation>Die Bilder sind falsch.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Its points lie nowhere near a picture.</source>
            <translation>Ihre Punkte liegen weit außerhalb jedes Bildes.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Its times do not go forward.</source>
            <translation>Ihre Zeiten gehen nicht vorwärts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>JPEG, PNG and BMP files are read.</source>
            <translation>Gelesen werden JPEG-, PNG- und BMP-Dateien.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep a place for</source>
            <translation>Platz merken für</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep clips</source>
            <translation>Clips behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep continuous footage</source>
            <translation>Durchgehende Aufnahmen behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep events</source>
            <translation>Ereignisse behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep exports</source>
            <translation>Exporte behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep footage in which nothing moves</source>
            <translation>Aufnahmen ohne Bewegung behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Keep for days</source>
            <translation>Tage behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Keep it</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Keep it all the same</source>
            <translation>Trotzdem behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>Keep it pressed for a moment; there is no way back</source>
            <translation>Einen Augenblick gedrückt halten; es gibt keinen Weg zurück</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep pictures</source>
            <translation>Bilder behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Keep the computer awake while it watches</source>
            <translation>Computer beim Beobachten wach halten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Keep the gesture</source>
            <translation>Die Geste behalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep this computer awake</source>
            <translation>Diesen Computer wach halten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keeps an event when it becomes much louder than usual; no words are noted.</source>
            <translation>Hält ein Ereignis fest, wenn es viel lauter als üblich wird; Worte werden nicht notiert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keeps the computer from going to sleep while OmniSight watches.</source>
            <translation>Hält den Computer davon ab einzuschlafen, solange OmniSight beobachtet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Kept in the keyring of this computer, never among the settings.</source>
            <translation>Liegt im Schlüsselbund dieses Computers, nie bei den Einstellungen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Key of that server</source>
            <translation>Schlüssel dieses Servers</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Kinds of events and of things; nothing for each story's beginning.</source>
            <translation>Arten von Ereignissen und Dingen; nichts bedeutet den Beginn jeder Geschichte.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/request.py" />
            <source>Kinds of things narrow only which others are hidden.</source>
            <translation>Arten von Dingen schränken nur ein, welche anderen verdeckt werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Known are: {f0}.</source>
            <translation>Bekannt sind: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>Known from now on: {names}</source>
            <translation>Von jetzt an bekannt: {names}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Known without being taught</source>
            <translation>Auch ohne Zeigen bekannt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Language model</source>
            <translation>Sprachmodell</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Language model of your own</source>
            <translation>Eigenes Sprachmodell</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Language: that of the system</source>
            <translation>Sprache: die des Systems</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Large</source>
            <translation>Groß</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Large, or back to all</source>
            <translation>Groß, oder zurück zu allen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Last {count} days</source>
            <translation>Letzte {count} Tage</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Learn from it</source>
            <translation>Daraus lernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Learn from videos</source>
            <translation>Aus Videos lernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stage.py" />
            <source>Learn from videos, a take from each  Ctrl+O</source>
            <translation>Aus Videos lernen, aus jedem eine Aufnahme  Ctrl+O</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Least certainty</source>
            <translation>Geringste Sicherheit</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>Leave it alone</source>
            <translation>In Ruhe lassen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Leave out who taught it.</source>
            <translation>Lassen Sie weg, wer sie gezeigt hat.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <source>Leave the user name empty.</source>
            <translation>Lassen Sie den Benutzernamen leer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Left</source>
            <translation>Gegangen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Length of a piece</source>
            <translation>Länge eines Stücks</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/trial.py" />
            <source>Let its name end in .jpg or .png.</source>
            <translation>Lassen Sie den Namen auf .jpg oder .png enden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/setting.py" />
            <source>Let the default hold again</source>
            <translation>Standard wieder gelten lassen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Lets a question take pictures along; without it only words leave.</source>
            <translation>Erlaubt einer Frage, Bilder mitzunehmen; sonst gehen nur Worte hinaus.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Library</source>
            <translation>Alle</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Light, dark, or as the system has it.</source>
            <translation>Hell, dunkel oder wie das System.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Like no other gesture that is known</source>
            <translation>Keiner anderen bekannten Geste ähnlich</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Like the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/drawing.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Line</source>
            <translation>Linie</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>List it among my programs</source>
            <translation>Bei meinen Programmen eintragen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Listen</source>
            <translation>Zuhören</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Listen to it</source>
            <translation>Anhören</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile.py" />
            <source>Listening</source>
            <translation>Hört zu</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Listening is off. Switch it on in the settings to speak instead of typing.</source>
            <translation>Das Zuhören ist aus. Schalten Sie es in den Einstellungen ein, um zu sprechen statt zu tippen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Listening; let go when you have finished…</source>
            <translation>Ich höre zu; lassen Sie los, wenn Sie fertig sind …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Live</source>
            <translation>Live</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Local server</source>
            <translation>Lokaler Server</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Longest clip</source>
            <translation>Längster Clip</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Longest clip of a short event</source>
            <translation>Längster Clip eines kurzen Ereignisses</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Longest wait before reconnecting</source>
            <translation>Längste Wartezeit vor neuem Verbinden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/computer.py" />
            <source>Look again</source>
            <translation>Erneut suchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Look at fingers</source>
            <translation>Finger beachten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <source>Look for it</source>
            <translation>Nach ihr suchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <source>Look for it no longer</source>
            <translation>Nicht mehr nach ihr suchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <source>Look for {gesture}</source>
            <translation>Nach {gesture} suchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Look whether it arrived.</source>
            <translation>Sehen Sie nach, ob sie angekommen ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Looked at {time} late: too much for this computer.</source>
            <translation>{time} zu spät angesehen: zu viel für diesen Computer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Looking</source>
            <translation>Hinsehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Looking at it…</source>
            <translation>Wird angesehen…</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Looking at the takes…</source>
            <translation>Die Aufnahmen werden angesehen…</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>Looking at this computer…</source>
            <translation>Der Computer wird geprüft …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>Looking for model files…</source>
            <translation>Modelldateien werden gesucht …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Looking for webcams…</source>
            <translation>Webcams werden gesucht …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Looking it up…</source>
            <translation>Wird nachgesehen…</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Looking what there is…</source>
            <translation>Wird nachgesehen …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <source>Looking…</source>
            <translation>Wird gesucht …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Looks ({count})</source>
            <translation>Aufnahmen ({count})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Looks a second</source>
            <translation>Blicke je Sekunde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Looks a second while something moves</source>
            <translation>Blicke je Sekunde bei Bewegung</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Looks much like {gestures}</source>
            <translation>Sieht {gestures} sehr ähnlich</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Lost after</source>
            <translation>Verloren nach</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Loud sounds</source>
            <translation>Laute Geräusche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Loudness</source>
            <translation>Lautstärke</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Loudness: show or hide</source>
            <translation>Lautstärke ein- oder ausblenden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>MQTT</source>
            <translation>MQTT</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Made by talking to @BotFather; the chat is a number.</source>
            <translation>Entsteht im Gespräch mit @BotFather; der Chat ist eine Zahl.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Made unrecognisable</source>
            <translation>Unkenntlich gemacht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Mail server</source>
            <translation>Mailserver</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/try_page.py" />
            <source>Make a gesture. What counts is listed here.</source>
            <translation>Machen Sie eine Geste. Was zählt, steht dann hier.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/teaching.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>Make a rule</source>
            <translation>Regel machen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Make the movement larger, or quicker.</source>
            <translation>Machen Sie die Bewegung größer oder schneller.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>Many pictures are missing on their way here.</source>
            <translation>Viele Bilder gehen auf dem Weg hierher verloren.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Mark the beginning</source>
            <translation>Anfang markieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Mark the end</source>
            <translation>Ende markieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/ink.py" />
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Mask</source>
            <translation>Maske</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>Memory, GB</source>
            <translation>Speicher, GB</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Merge</source>
            <translation>Zusammenführen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Merge with somebody</source>
            <translation>Mit jemandem zusammenführen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Messages about what happens, to telephones and other programs.</source>
            <translation>Nachrichten über das, was geschieht, an Telefone und andere Programme.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/notify/channel.py" />
            <source>Messages cannot be sent: the package apprise is not installed.</source>
            <translation>Nachrichten lassen sich nicht senden: Das Paket apprise ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Mix-ups</source>
            <translation>Verwechslungen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Model of that server</source>
            <translation>Modell dieses Servers</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Mon</source>
            <translation>Mo</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>More about {camera}</source>
            <translation>Mehr zu {camera}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <source>More about {gesture}</source>
            <translation>Mehr zu {gesture}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>More takes</source>
            <translation>Mehr Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>More takes of {gesture}</source>
            <translation>Mehr Aufnahmen von {gesture}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>More than {f0} labels are too many.</source>
            <translation>Mehr als {f0} Arten sind zu viele.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>More than {f0} masks are too many.</source>
            <translation>Mehr als {f0} Masken sind zu viele.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>More while something moves.</source>
            <translation>Mehr, solange sich etwas bewegt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Most gigabytes of continuous footage of a camera</source>
            <translation>Höchstens Gigabyte an Aufnahmen je Kamera</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Most gigabytes of footage</source>
            <translation>Höchstens Gigabyte an Material</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Most messages an hour</source>
            <translation>Meldungen je Stunde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Move the camera back</source>
            <translation>Kamera nach hinten schieben</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Move the camera forward</source>
            <translation>Kamera nach vorn schieben</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Move to the slow place after</source>
            <translation>An den langsamen Ort verschieben nach</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>Name a folder, or a file that ends in .mp4.</source>
            <translation>Nennen Sie einen Ordner oder eine Datei, die auf .mp4 endet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>Name a folder.</source>
            <translation>Nennen Sie einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/request.py" />
            <source>Name each camera once.</source>
            <translation>Nennen Sie jede Kamera einmal.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Name of the gesture</source>
            <translation>Name der Geste</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Name of {shape}</source>
            <translation>Name von {shape}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/bring.py" />
            <source>Name the folder that holds the files.</source>
            <translation>Nennen Sie den Ordner, in dem die Dateien liegen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Name, as messages and events say it</source>
            <translation>Name, wie Meldungen und Ereignisse ihn nennen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Names are found by greeting words and a list of first names only.</source>
            <translation>Namen werden nur an Grußworten und einer Liste von Vornamen gefunden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Names of cameras; of all others no picture is ever sent to a language model.</source>
            <translation>Namen von Kameras; von allen anderen wird nie ein Bild an ein Sprachmodell gesendet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Names: show or hide</source>
            <translation>Namen ein- oder ausblenden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Neither arm is visible.</source>
            <translation>Kein Arm ist zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>New conversation</source>
            <translation>Neues Gespräch</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>New export</source>
            <translation>Neuer Export</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>New rule</source>
            <translation>Neue Regel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Newcomer</source>
            <translation>Neue Person</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Next camera or page</source>
            <translation>Nächste Kamera oder Seite</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Next story</source>
            <translation>Nächste Geschichte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <location filename="../../omnisight_desktop/gui/widgets/chatturn.py" />
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>No  N</source>
            <translation>Nein  N</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/request.py" />
            <source>No camera is named.</source>
            <translation>Es ist keine Kamera genannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>No camera is watched yet.</source>
            <translation>Noch wird keine Kamera beobachtet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>No camera was found. Plug one in, then look again.</source>
            <translation>Keine Kamera gefunden. Stecken Sie eine ein und suchen Sie erneut.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>No camera yet. A webcam, a camera in your network or a recording will be here.</source>
            <translation>Noch keine Kamera. Hier erscheint eine Webcam, eine Kamera im Netzwerk oder eine Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/orders.py" />
            <source>No clips are there to be exported.</source>
            <translation>Es sind keine Clips zu exportieren da.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>No encrypted connection to {f0} can be made.</source>
            <translation>Zu {f0} ist keine verschlüsselte Verbindung möglich.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/recording.py" />
            <source>No film can be made of what the camera sends: its codec is not known.</source>
            <translation>Aus dem, was die Kamera sendet, lässt sich kein Film machen: Ihr Codec ist unbekannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/try_page.py" />
            <source>No gesture is known yet. Falls and raised hands are recognised all the same.</source>
            <translation>Noch ist keine Geste bekannt. Stürze und erhobene Hände werden trotzdem erkannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>No gesture is looked for, so there is nothing to be mixed up.</source>
            <translation>Nach keiner Geste wird gesucht, also wird auch keine verwechselt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>No gesture yet</source>
            <translation>Noch keine Geste</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>No gesture {name} is known or switched on yet; the rule waits for it.</source>
            <translation>Eine Geste {name} ist noch nicht bekannt oder eingeschaltet; die Regel wartet darauf.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>No more is exported: the program is being closed.</source>
            <translation>Es wird nichts mehr exportiert: Das Programm wird beendet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/teaching.py" />
            <source>No picture came from there.</source>
            <translation>Von dort kam kein Bild.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>No picture of the face yet.</source>
            <translation>Noch kein Bild des Gesichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>No picture of {f0} can be decoded: it is damaged.</source>
            <translation>Kein Bild von {f0} lässt sich dekodieren: Es ist beschädigt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>No pictures come.</source>
            <translation>Es kommen keine Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>No room is left for {f0}.</source>
            <translation>Für {f0} ist kein Platz mehr.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>No room is left for {f0}; the export was not finished.</source>
            <translation>Für {f0} ist kein Platz mehr; der Export wurde nicht fertig.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>No setting speaks of it. Try another word.</source>
            <translation>Keine Einstellung spricht davon. Versuchen Sie ein anderes Wort.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>No signal for {seconds} s</source>
            <translation>Seit {seconds} s kein Signal</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/trial.py" />
            <source>No sound comes from {f0}.</source>
            <translation>Von {f0} kommt kein Ton.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>No webcam was found on this computer.</source>
            <translation>Auf diesem Computer wurde keine Webcam gefunden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Nobody</source>
            <translation>Niemand</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Nobody answers at {f0}.</source>
            <translation>Unter {f0} antwortet niemand.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/choosing.py" />
            <source>Nobody is called '{name}'.</source>
            <translation>Niemand heißt „{name}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Nobody is called so.</source>
            <translation>So heißt niemand.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Nobody is found just now. {why}</source>
            <translation>Gerade wird niemand gefunden. {why}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/request.py" />
            <source>Nobody is hidden, so nobody has to be kept.</source>
            <translation>Niemand wird verdeckt, also muss niemand ausgenommen werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Nobody is known yet</source>
            <translation>Noch ist niemand bekannt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Nobody is recognised by their face. Switch it on under People.</source>
            <translation>Niemand wird am Gesicht erkannt. Unter Personen einschalten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Nobody is seen in it.</source>
            <translation>Niemand ist darin zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <source>Nobody is seen. Stand so that head and hands are in the picture.</source>
            <translation>Niemand ist zu sehen. Kopf und Hände müssen im Bild sein.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Nobody is told anything until it is armed again; recording goes on.</source>
            <translation>Niemandem wird etwas gemeldet, bis wieder scharf geschaltet wird; aufgenommen wird weiter.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Nobody is told yet. A telephone, a mail box or another program can be told when something happens; nothing leaves this computer before you add one.</source>
            <translation>Noch erfährt niemand etwas. Ein Telefon, ein Postfach oder ein anderes Programm kann benachrichtigt werden; vorher verlässt nichts diesen Computer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>Nobody knows which models are here.</source>
            <translation>Es ist nicht bekannt, welche Modelle da sind.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <source>Nobody logs in there.</source>
            <translation>Dort meldet sich niemand an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>Nobody made it in the last 30 days.</source>
            <translation>In den letzten 30 Tagen hat sie niemand gemacht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Nobody sees and nothing stores what is under it.</source>
            <translation>Was darunter liegt, sieht niemand, und nichts speichert es.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/notify/channel.py" />
            <source>Nobody understands this address of '{f0}'{f1}.</source>
            <translation>Diese Adresse von „{f0}“ versteht niemand{f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>Nobody was followed here in the last 7 days, so it cannot be tried yet.</source>
            <translation>Hier wurde in den letzten 7 Tagen niemand verfolgt, also lässt sie sich noch nicht erproben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Nobody was followed then.</source>
            <translation>Da wurde niemand verfolgt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Nobody was told of anything yet. What is sent, and what is held back, stands here.</source>
            <translation>Noch wurde nichts gemeldet. Was gesendet und was zurückgehalten wird, steht hier.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>Nobody watches it.</source>
            <translation>Niemand beobachtet sie.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Noise</source>
            <translation>Geräusch</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>None is taken for another.</source>
            <translation>Keine wird mit einer anderen verwechselt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>None of the pictures in {f0} can be read.</source>
            <translation>Keines der Bilder in {f0} ist lesbar.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>None of them serves: see why below each.</source>
            <translation>Keines eignet sich: Der Grund steht bei jedem.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/save.py" />
            <source>Not changed</source>
            <translation>Nicht geändert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Not reviewed</source>
            <translation>Nicht gesichtet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Not seen yet. Visits will be listed here.</source>
            <translation>Noch nicht gesehen. Besuche stehen später hier.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Noted</source>
            <translation>Notiert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>Noted.</source>
            <translation>Notiert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Nothing can be recorded '{f0}'.</source>
            <translation>Mit „{f0}“ lässt sich nichts aufnehmen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <source>Nothing finds bodies in this program.</source>
            <translation>In diesem Programm findet nichts Körper.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Nothing fits all of these filters.</source>
            <translation>Nichts passt zu all diesen Filtern.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>Nothing had to go.</source>
            <translation>Nichts musste gehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Nothing has happened yet. Whoever comes by will be listed here, with their picture and a clip.</source>
            <translation>Noch ist nichts geschehen. Wer vorbeikommt, steht hier, mit Bild und Clip.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>Nothing has to go now. Once an hour this is looked at by itself.</source>
            <translation>Jetzt muss nichts gehen. Einmal je Stunde wird von selbst nachgesehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/palette.py" />
            <source>Nothing is called so. Try other letters.</source>
            <translation>So heißt nichts. Versuchen Sie andere Buchstaben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Nothing is drawn yet. A zone is an area that rules speak of, a line counts who goes over it, and a mask hides a part of the picture from everybody.</source>
            <translation>Noch ist nichts gezeichnet. Eine Zone ist eine Fläche, von der Regeln sprechen, eine Linie zählt, wer sie überquert, und eine Maske verbirgt einen Teil des Bildes vor allen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>Nothing is kept yet.</source>
            <translation>Noch ist nichts da.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>Nothing is known of '{f0}://' here.</source>
            <translation>Von „{f0}://“ ist hier nichts bekannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Nothing is recorded just now. {why}</source>
            <translation>Gerade wird nichts aufgenommen. {why}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Nothing is seen, heard or recorded until then.</source>
            <translation>Bis dahin wird nichts gesehen, gehört oder aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Nothing is seen, heard or recorded.</source>
            <translation>Nichts wird gesehen, gehört oder aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Nothing is told from this time, 22:00.</source>
            <translation>Ab dieser Zeit wird nichts gemeldet, etwa 22:00.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Nothing leaves it.</source>
            <translation>Nichts verlässt ihn.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>Nothing more is remembered of that.</source>
            <translation>Mehr ist davon nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/playing.py" />
            <source>Nothing more was recorded after that.</source>
            <translation>Danach wurde nichts mehr aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Nothing moves in it.</source>
            <translation>Nichts bewegt sich darin.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/again.py" />
            <source>Nothing of this camera can be shown again yet.</source>
            <translation>Von dieser Kamera lässt sich noch nichts wiederholen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>Nothing of what was recorded in that time can be shown: {f0}.</source>
            <translation>Nichts von dem, was in dieser Zeit aufgenommen wurde, lässt sich zeigen: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Nothing that is said is written down. Switch it on in the settings.</source>
            <translation>Gesprochenes wird nicht aufgeschrieben. Einschalten in den Einstellungen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>Nothing was recorded at these cameras in that time.</source>
            <translation>An diesen Kameras wurde in dieser Zeit nichts aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/playing.py" />
            <source>Nothing was recorded at {time}.</source>
            <translation>Um {time} wurde nichts aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/playing.py" />
            <source>Nothing was recorded before that.</source>
            <translation>Davor wurde nichts aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Nothing was understood. Hold the button while you speak.</source>
            <translation>Es war nichts zu verstehen. Halten Sie den Knopf gedrückt, während Sie sprechen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/drawer.py" />
            <source>Nothing yet today. Whoever comes by will be listed here, with a clip.</source>
            <translation>Heute noch nichts. Wer vorbeikommt, steht hier, mit einem Clip.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Notice falls</source>
            <translation>Stürze bemerken</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Notice loud sounds</source>
            <translation>Laute Geräusche bemerken</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Notice raised hands</source>
            <translation>Erhobene Hände bemerken</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Noticing what can be heard near a camera or a microphone.</source>
            <translation>Bemerken, was bei einer Kamera oder einem Mikrofon zu hören ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Notifications</source>
            <translation>Benachrichtigungen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/mirror.py" />
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/trial.py" />
            <source>Of what kind is the picture '{f0}' to be?</source>
            <translation>Von welcher Art soll das Bild „{f0}“ sein?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/trial.py" />
            <source>Of {f0} pictures {f1} came out.</source>
            <translation>Von {f0} Bildern kamen {f1} heraus.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Off until you switch it on</source>
            <translation>Aus, bis Sie es einschalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Off, always, while something moves, or in the hours below; cameras may differ.</source>
            <translation>Aus, immer, bei Bewegung oder zu den Zeiten unten; Kameras können abweichen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Offline after</source>
            <translation>Offline nach</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Offline since {time}</source>
            <translation>Offline seit {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Offline since {time}.</source>
            <translation>Offline seit {time}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>OmniSight</source>
            <translation>OmniSight</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>OmniSight can tell people apart by their faces, and everything stays on this computer. While it does, every face that passes is compared, bystanders' too: tell whoever can be seen, and mind the law where you live.</source>
            <translation>OmniSight kann Menschen am Gesicht unterscheiden, und alles bleibt auf diesem Computer. Solange es das tut, wird jedes Gesicht verglichen, das vorbeikommt, auch das von Unbeteiligten: Sagen Sie es allen, die zu sehen sein können, und beachten Sie das Recht an Ihrem Ort.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/keeper.py" />
            <source>OmniSight is running, and only it can do that.</source>
            <translation>OmniSight läuft, und nur es selbst kann das tun.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/keeper.py" />
            <source>OmniSight is running, and only it can remove things.</source>
            <translation>OmniSight läuft, und nur es selbst kann etwas entfernen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/keeper.py" />
            <source>OmniSight is running, and this can only be changed from within it.</source>
            <translation>OmniSight läuft, und das lässt sich nur in ihm selbst ändern.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>On this computer</source>
            <translation>Auf diesem Computer</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>On this computer, if you like</source>
            <translation>Auf diesem Computer, wenn Sie mögen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Once: {happens} ({where}), until {end}</source>
            <translation>Einmal: {happens} ({where}), bis {end}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/storydrawer.py" />
            <source>One entry for each story</source>
            <translation>Ein Eintrag je Geschichte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>One may be taken for the other. Show something that differs more, or keep it.</source>
            <translation>Die eine kann für die andere gehalten werden. Zeigen Sie etwas, das sich mehr unterscheidet, oder behalten Sie sie.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>One picture back</source>
            <translation>Ein Bild zurück</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>One picture further</source>
            <translation>Ein Bild weiter</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>One question</source>
            <translation>Eine Frage</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>One thing that was said was not written down: too much was said at once.</source>
            <translation>Etwas Gesagtes wurde nicht aufgeschrieben: Es wurde zu viel auf einmal gesprochen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>One way out: where it leads, what goes by it, and when nothing does.</source>
            <translation>Ein Weg hinaus: wohin er führt, was ihn geht, und wann nichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Only a camera that is live can be recorded.</source>
            <translation>Nur eine Kamera, die live ist, lässt sich aufnehmen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Only key frames while nothing happens</source>
            <translation>Nur Schlüsselbilder, solange nichts geschieht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Only what a rule tells it</source>
            <translation>Nur was eine Regel ihm sagt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/teaching.py" />
            <source>Only who teaches may be in the picture.</source>
            <translation>Nur wer sie zeigt, darf im Bild sein.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/face_wall.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/tray.py" />
            <source>Open OmniSight</source>
            <translation>OmniSight öffnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Open the data folder</source>
            <translation>Datenordner öffnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Open the newest story</source>
            <translation>Neueste Geschichte öffnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>OpenCV is not installed</source>
            <translation>OpenCV ist nicht installiert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Over UDP (helps with some old cameras)</source>
            <translation>Über UDP (hilft bei manchen alten Kameras)</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Over lines today</source>
            <translation>Heute über Linien</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Own rule</source>
            <translation>Eigene Regel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile.py" />
            <source>Partly hidden</source>
            <translation>Teils verdeckt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile.py" />
            <source>Parts of the picture are blackened.</source>
            <translation>Teile des Bildes sind geschwärzt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>Past its time now</source>
            <translation>Jetzt abgelaufen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>Paste a key</source>
            <translation>Schlüssel einfügen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Pause</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Pause for 15 minutes</source>
            <translation>15 Minuten pausieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Pause for an hour</source>
            <translation>Eine Stunde pausieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Pause until tomorrow</source>
            <translation>Bis morgen pausieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Pause, disarm, or go on</source>
            <translation>Pausieren, unscharf schalten oder weitermachen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Paused</source>
            <translation>Pausiert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Paused until {when}</source>
            <translation>Pausiert bis {when}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <source>Paused until {when}. Nothing is recorded.</source>
            <translation>Pausiert bis {when}. Nichts wird aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Paused.</source>
            <translation>Pausiert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>People are found by their outline and by motion, and other things not at all.</source>
            <translation>Personen werden an Umriss und Bewegung gefunden, anderes gar nicht.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>People are not recognised by face; they stay strangers.</source>
            <translation>Personen werden nicht am Gesicht erkannt; sie bleiben Fremde.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>People at once</source>
            <translation>Personen zugleich</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>People with a name</source>
            <translation>Personen mit Namen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>People, and rules</source>
            <translation>Personen und Regeln</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>People, by name or id, or 'strangers'; nothing for whoever it is.</source>
            <translation>Personen, mit Namen oder Kennung, oder 'strangers' für Fremde; leer für jeden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Photographs that wander: nothing to set up.</source>
            <translation>Wandernde Fotografien: nichts einzurichten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Picture to draw on</source>
            <translation>Bild zum Zeichnen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Pictures a second</source>
            <translation>Bilder je Sekunde</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Pictures are found by what was recognised in them only.</source>
            <translation>Bilder werden nur über das gefunden, was darin erkannt wurde.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>Pictures are missing now and then.</source>
            <translation>Ab und zu fehlen Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>Pictures come again after {time}.</source>
            <translation>Nach {time} kommen wieder Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Pictures come.</source>
            <translation>Bilder kommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>Pictures of who was seen: {time}</source>
            <translation>Bilder von Gesehenen: {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/storydrawer.py" />
            <source>Pictures side by side</source>
            <translation>Bilder nebeneinander</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>Places go from 0 to 1: 0, 0 is the upper left corner, 1, 1 the lower right.</source>
            <translation>Orte gehen von 0 bis 1: 0, 0 ist die Ecke links oben, 1, 1 die rechts unten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/steer.py" />
            <source>Places of this camera</source>
            <translation>Plätze dieser Kamera</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Play again</source>
            <translation>Noch einmal</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Play back, faster each time</source>
            <translation>Rückwärts, jedes Mal schneller</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Play on, faster each time</source>
            <translation>Vorwärts, jedes Mal schneller</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Play or pause</source>
            <translation>Abspielen oder anhalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/visits.py" />
            <source>Play the clip</source>
            <translation>Clip abspielen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/chatturn.py" />
            <source>Play {what}</source>
            <translation>{what} abspielen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Plug it in, or give the number or name of one that is there.</source>
            <translation>Stecken Sie sie ein, oder geben Sie Nummer oder Name einer vorhandenen an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Point {point} of {count} of {shape}</source>
            <translation>Punkt {point} von {count} von {shape}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Poor: many pictures are missing.</source>
            <translation>Schlecht: Viele Bilder fehlen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/inside.py" />
            <source>PortAudio, through which sound comes in, is not installed.</source>
            <translation>PortAudio, durch das Ton hereinkommt, ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Previous camera or page</source>
            <translation>Vorige Kamera oder Seite</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Price of a million tokens read</source>
            <translation>Preis für eine Million gelesener Tokens</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Price of a million tokens written</source>
            <translation>Preis für eine Million geschriebener Tokens</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Privacy</source>
            <translation>Privatsphäre</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>Processor, %</source>
            <translation>Prozessor, %</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>PySide6 is not installed</source>
            <translation>PySide6 ist nicht installiert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>PySide6 {f0}</source>
            <translation>PySide6 {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>PySide6 {f0} aborts on this Python after some thousand repaints</source>
            <translation>PySide6 {f0} bricht auf diesem Python nach einigen tausend Bildaufbauten ab</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>Qt cannot show a window: {f0}</source>
            <translation>Qt kann kein Fenster zeigen: {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>Qt does not start at all: {f0}</source>
            <translation>Qt startet gar nicht: {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>Qt is told to draw where nobody sees it ({f0})</source>
            <translation>Qt soll zeichnen, wo es niemand sieht ({f0})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>Qt shows windows through {f0}</source>
            <translation>Qt zeigt Fenster über {f0}</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Questions are matched by their words.</source>
            <translation>Fragen werden nach ihren Worten zugeordnet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Questions with the turns before them, the names of people, cameras and zones, and what was looked up go to {host}; pictures do not.</source>
            <translation>Fragen samt denen davor, die Namen von Personen, Kameras und Zonen und das Nachgeschlagene gehen an {host}; Bilder nicht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Questions with the turns before them, the names of people, cameras and zones, what was looked up, and pictures of {cameras} go to {host}.</source>
            <translation>Fragen samt denen davor, die Namen von Personen, Kameras und Zonen, das Nachgeschlagene und Bilder von {cameras} gehen an {host}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Quiet hours</source>
            <translation>Ruhezeiten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/tray.py" />
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Quit OmniSight</source>
            <translation>OmniSight beenden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/mishaps.py" />
            <source>Read the report</source>
            <translation>Bericht lesen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Reading…</source>
            <translation>Wird gelesen …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Recognise faces</source>
            <translation>Gesichter erkennen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Recognise faces, or stop that</source>
            <translation>Gesichter erkennen oder damit aufhören</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Recognise sounds</source>
            <translation>Geräusche erkennen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Recognise the faces of people I name</source>
            <translation>Gesichter von Personen erkennen, die ich benenne</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Recognised</source>
            <translation>Erkannt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Recognises without being taught when somebody falls and stays down.</source>
            <translation>Erkennt ungelehrt, wenn jemand stürzt und liegen bleibt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Recognises without being taught when somebody holds up both hands.</source>
            <translation>Erkennt ungelehrt, wenn jemand beide Hände hebt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Recognising gestures that were taught.</source>
            <translation>Gelehrte Gesten erkennen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Recognising people by their faces.</source>
            <translation>Personen am Gesicht erkennen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Record</source>
            <translation>Aufnehmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Record continuously</source>
            <translation>Durchgehend aufnehmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Record it anew.</source>
            <translation>Nehmen Sie sie neu auf.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Record takes, or stop</source>
            <translation>Aufnehmen oder anhalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Record the take</source>
            <translation>Aufnehmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Record three takes</source>
            <translation>Drei Mal aufnehmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Record, for ten minutes at most</source>
            <translation>Aufnehmen, höchstens zehn Minuten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Record, or stop recording</source>
            <translation>Aufnehmen, oder Aufnahme beenden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Recorded by hand</source>
            <translation>Von Hand aufgenommen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Recorded from</source>
            <translation>Aufgenommen von</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Recorded. The clip is among today's stories.</source>
            <translation>Aufgenommen. Der Clip steht bei den heutigen Geschichten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Recording</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Recording without a break, besides the clips of events.</source>
            <translation>Aufnehmen ohne Pause, neben den Clips von Ereignissen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile.py" />
            <source>Recording {time}</source>
            <translation>Aufnahme {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Redo  Ctrl+Shift+Z</source>
            <translation>Wiederholen  Strg+Umschalt+Z</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Redo the drawing</source>
            <translation>Zeichnung wiederholen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>Reinstall PySide6; '--headless' works without it.</source>
            <translation>Installieren Sie PySide6 neu; '--headless' geht ohne es.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/demo.py" />
            <source>Reinstall it with 'pip install --force-reinstall --no-deps ultralytics'.</source>
            <translation>Installieren Sie es neu mit 'pip install --force-reinstall --no-deps ultralytics'.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/encode.py" />
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>Reinstall the package av; its own builds bring the encoder along.</source>
            <translation>Installieren Sie das Paket av neu; es bringt den Encoder mit.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Remember marks for</source>
            <translation>Markierungen merken für</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Remember strangers</source>
            <translation>Fremde merken</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>Remove  Del</source>
            <translation>Entfernen  Entf</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/chips.py" />
            <source>Remove filter {words}</source>
            <translation>Filter {words} entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Remove take {number}</source>
            <translation>Aufnahme {number} entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Remove the point</source>
            <translation>Punkt entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/chips.py" />
            <source>Remove this filter</source>
            <translation>Diesen Filter entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Remove {channel}</source>
            <translation>{channel} entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/store.py" />
            <source>Remove {f0}.</source>
            <translation>Entfernen Sie {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>Remove {rule}</source>
            <translation>{rule} entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Remove {shape}</source>
            <translation>{shape} entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>Removes exactly what is listed; it cannot be brought back</source>
            <translation>Entfernt genau das Aufgelistete; es lässt sich nicht zurückholen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Rename one of them.</source>
            <translation>Benenne eine davon um.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Replay</source>
            <translation>Wiederholung</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Replay: hold or go on</source>
            <translation>Wiederholung: anhalten oder weiter</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/setting.py" />
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/setting.py" />
            <source>Reset {setting}</source>
            <translation>{setting} zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Rest after a gesture</source>
            <translation>Ruhe nach einer Geste</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>Restart now</source>
            <translation>Jetzt neu starten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Restart the camera; it may also serve too many viewers at once.</source>
            <translation>Starten Sie die Kamera neu; vielleicht hat sie auch zu viele Zuschauer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Restart the camera; its own web page may tell more.</source>
            <translation>Starten Sie die Kamera neu; ihre eigene Webseite sagt vielleicht mehr.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Retry</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <source>Review</source>
            <translation>Sichten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Reviewed</source>
            <translation>Gesichtet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Reviewed, or not</source>
            <translation>Gesichtet oder nicht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Row: what was made. Column: what it was taken for, and how surely (in %).</source>
            <translation>Zeile: was gemacht wurde. Spalte: wofür es gehalten wurde und wie sicher (in %).</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <source>Rules</source>
            <translation>Regeln</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Rules are about cameras, and there is none yet.</source>
            <translation>Regeln handeln von Kameras, und es gibt noch keine.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Run 'sudo usermod -aG {f0} $USER', then log out and in again.</source>
            <translation>Führen Sie 'sudo usermod -aG {f0} $USER' aus und melden Sie sich neu an.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Runs a network in whole numbers where one was made here and passed its check.</source>
            <translation>Rechnet ein Netz in ganzen Zahlen, wo hier eines entstand und die Prüfung bestand.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Same as…</source>
            <translation>Dieselbe wie …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Sat</source>
            <translation>Sa</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Save as Markdown</source>
            <translation>Als Markdown speichern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Save as PDF</source>
            <translation>Als PDF speichern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Save the camera</source>
            <translation>Kamera speichern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Save the conversation</source>
            <translation>Gespräch speichern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Save the conversation with its pictures</source>
            <translation>Gespräch mit seinen Bildern speichern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>Save the report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Save the rule</source>
            <translation>Regel speichern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Save; it holds at once  Ctrl+S</source>
            <translation>Speichern; gilt sofort  Strg+S</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Save; it holds within seconds  Ctrl+S</source>
            <translation>Speichern; gilt in Sekunden  Strg+S</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Saved as {name}.</source>
            <translation>Als {name} gespeichert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/mishaps.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Saved to {path}</source>
            <translation>Gespeichert in {path}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>Saved to {place}.</source>
            <translation>Gespeichert in {place}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Saves most of the decoding; what begins is noticed some seconds later.</source>
            <translation>Spart das meiste Dekodieren; was beginnt, wird einige Sekunden später bemerkt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>Save…</source>
            <translation>Speichern …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Saving…</source>
            <translation>Wird gespeichert …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/request.py" />
            <source>Say who is to be hidden, too.</source>
            <translation>Sagen Sie auch, wer verdeckt werden soll.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>Say who it is.</source>
            <translation>Sagen Sie, wer es ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>Say {f0}.zip.</source>
            <translation>Schreiben Sie {f0}.zip.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Seal it as evidence</source>
            <translation>Als Beweis versiegeln</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>Sealed with the key: {words}.</source>
            <translation>Versiegelt mit dem Schlüssel: {words}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/sieve.py" />
            <source>Search in stories</source>
            <translation>In Geschichten suchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>Search the preferences</source>
            <translation>Einstellungen durchsuchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/sieve.py" />
            <source>Search what was said or described</source>
            <translation>Gesagtes oder Beschriebenes suchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/sieve.py" />
            <source>Search words</source>
            <translation>Suchworte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds after which a clip ends although its event goes on or others joined it.</source>
            <translation>Sekunden, nach denen ein Clip endet, auch wenn sein Ereignis weitergeht oder andere dazukamen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Seconds for which the same kind of thing at the same camera is not told again.</source>
            <translation>Sekunden, in denen Gleiches an derselben Kamera nicht noch einmal gemeldet wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds for which what stood somewhere is the same when it is seen there again.</source>
            <translation>Sekunden, in denen etwas, das irgendwo stand, dort wiedergesehen als dasselbe gilt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds in one place after which something is taken to stand there.</source>
            <translation>Sekunden an einer Stelle, nach denen etwas als dort stehend gilt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds in which the same gesture of the same person does not count again.</source>
            <translation>Sekunden, in denen dieselbe Geste derselben Person nicht noch einmal zählt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds of footage from before an event that its clip begins with.</source>
            <translation>Sekunden vor einem Ereignis, mit denen sein Clip beginnt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds that a clip lasts at least, those before the event included.</source>
            <translation>Sekunden, die ein Clip mindestens dauert, die vor dem Ereignis eingerechnet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds that a clip lasts at most, unless its event itself goes on for longer.</source>
            <translation>Sekunden, die ein Clip höchstens dauert, sofern sein Ereignis nicht länger ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Seconds that one file holds; at 60 each begins with the full minute.</source>
            <translation>Sekunden, die eine Datei fasst; bei 60 beginnt jede mit der vollen Minute.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds to wait before a lost camera is tried again for the first time.</source>
            <translation>Sekunden, bis eine verlorene Kamera zum ersten Mal wieder versucht wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds unseen after which somebody is taken to have gone.</source>
            <translation>Sekunden ungesehen, nach denen jemand als gegangen gilt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds without a picture after which a camera is reported as offline.</source>
            <translation>Sekunden ohne Bild, nach denen eine Kamera als offline gemeldet wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>Sections</source>
            <translation>Abschnitte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/notify/channel.py" />
            <source>See https://appriseit.com/services for how each service writes its address.</source>
            <translation>Wie jeder Dienst seine Adresse schreibt, steht unter https://appriseit.com/services.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>See its list of files.</source>
            <translation>Sehen Sie in seiner Liste von Dateien nach.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>See the log.</source>
            <translation>Sehen Sie im Protokoll nach.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>See what goes when</source>
            <translation>Sehen, was wann geht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>See whether the disk is still attached.</source>
            <translation>Sehen Sie nach, ob das Laufwerk noch angeschlossen ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>See whether the disk is there and whether you may read and write this file.</source>
            <translation>Sehen Sie nach, ob das Laufwerk da ist und ob Sie diese Datei lesen und schreiben dürfen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>See whether the disk is there and whether you may write to it.</source>
            <translation>Sehen Sie nach, ob das Laufwerk da ist und Sie darauf schreiben dürfen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/choosing.py" />
            <source>See who is known in People.</source>
            <translation>Wer bekannt ist, steht unter Personen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Send a test</source>
            <translation>Test senden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Send a test to {channel}</source>
            <translation>Test an {channel} senden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Send frames x 33 x 3 or 4, or frames x 99 or 132.</source>
            <translation>Sende Bilder x 33 x 3 oder 4, oder Bilder x 99 oder 132.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Send pictures to the language model</source>
            <translation>Bilder an das Sprachmodell senden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Send them anew.</source>
            <translation>Sende sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Send them as base64 of an .npy file.</source>
            <translation>Sende sie als Base64 einer .npy-Datei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Send them as float32.</source>
            <translation>Sende sie als float32.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Send {f0} pictures at most.</source>
            <translation>Sende höchstens {f0} Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Sending…</source>
            <translation>Wird gesendet …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Sent</source>
            <translation>Gesendet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Sent by your own mail server, with a password for apps where it wants one.</source>
            <translation>Gesendet über Ihren eigenen Mailserver, mit einem App-Passwort, wo er eines verlangt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Serve the API</source>
            <translation>API anbieten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/notify/channel.py" />
            <source>Set the program up again, or run: pip install apprise</source>
            <translation>Richten Sie das Programm noch einmal ein, oder rufen Sie auf: pip install apprise</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Set up who is told</source>
            <translation>Einrichten, wer benachrichtigt wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>Set up…</source>
            <translation>Einrichten …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <source>Settings</source>
            <translation>Optionen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Several with commas.</source>
            <translation>Mehrere mit Kommas.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Share all gestures</source>
            <translation>Alle Gesten teilen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Share all…</source>
            <translation>Alle teilen…</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Share gestures</source>
            <translation>Gesten teilen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Share of the disk to leave free</source>
            <translation>Freizulassender Anteil des Laufwerks</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_card.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>Share…</source>
            <translation>Teilen…</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Shortest clip</source>
            <translation>Kürzester Clip</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/application.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Show a movement three times and give it a name. It is an event when made again.</source>
            <translation>Zeigen Sie eine Bewegung drei Mal und geben Sie ihr einen Namen. Wird sie wieder gemacht, ist das ein Ereignis.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Show every action and its keys</source>
            <translation>Alle Befehle und ihre Tasten zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Show everything</source>
            <translation>Alles zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Show folder</source>
            <translation>Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Show it for {f0} s at least, in {f1} pictures or more.</source>
            <translation>Zeigen Sie sie mindestens {f0} s lang, in {f1} Bildern oder mehr.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/visits.py" />
            <source>Show it in Review</source>
            <translation>In „Sichten“ zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Show it in Review: {what}</source>
            <translation>Im Sichten zeigen: {what}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/sieve.py" />
            <source>Show less: by camera, person, kind, zone or time</source>
            <translation>Weniger zeigen: nach Kamera, Person, Art, Zone oder Zeit</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Show me live pictures</source>
            <translation>Live-Bilder zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Show take {number} again</source>
            <translation>Aufnahme {number} noch einmal zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Show the last 30 seconds again</source>
            <translation>Letzte 30 Sekunden wiederholen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Show the movement alone; it may last {f0} s.</source>
            <translation>Zeigen Sie nur die Bewegung; sie darf {f0} s dauern.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Show the movement once more.</source>
            <translation>Zeigen Sie die Bewegung noch einmal.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>Show the rule</source>
            <translation>Die Regel zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/compare.py" />
            <source>Show the same movement each time; or teach it as another gesture.</source>
            <translation>Zeigen Sie jedes Mal dieselbe Bewegung; oder zeigen Sie sie als andere Geste.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Show the same movement, from beginning to end.</source>
            <translation>Zeigen Sie dieselbe Bewegung, von Anfang bis Ende.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Sightings before it counts</source>
            <translation>Sichtungen, bis es zählt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Skeletons of gestures</source>
            <translation>Skelette von Gesten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Skip this step</source>
            <translation>Diesen Schritt überspringen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Slow place for older footage</source>
            <translation>Langsamer Ort für ältere Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Snapshot</source>
            <translation>Schnappschuss</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Snapshot saved as {name}</source>
            <translation>Schnappschuss gespeichert als {name}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>So many messages go in any hour at most.</source>
            <translation>So viele Nachrichten gehen höchstens je Stunde hinaus.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/footage.py" />
            <source>Somebody changed the database; restore a backup.</source>
            <translation>Jemand hat die Datenbank verändert; stellen Sie eine Sicherung wieder her.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Somebody comes at night</source>
            <translation>Jemand kommt in der Nacht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <source>Somebody else is in the picture, too.</source>
            <translation>Noch jemand ist im Bild.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>Somebody else…</source>
            <translation>Jemand anders …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>Somebody falls and stays down.</source>
            <translation>Jemand stürzt und bleibt liegen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>Somebody holds up both hands.</source>
            <translation>Jemand hält beide Hände hoch.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Somebody is seen in only {f0} of its pictures.</source>
            <translation>Nur in {f0} ihrer Bilder ist jemand zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Somebody stays for long</source>
            <translation>Jemand bleibt lange</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>Somebody was seen at {f0} of whom it is not stored where they were, so they cannot be hidden.</source>
            <translation>Um {f0} wurde jemand gesehen, von dem nicht gespeichert ist, wo er war; er lässt sich also nicht verdecken.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Something else</source>
            <translation>Etwas anderes</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/amending.py" />
            <source>Something else was changed since. It can only be undone before that.</source>
            <translation>Seither wurde etwas anderes geändert. Nur davor lässt es sich zurücknehmen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Sound</source>
            <translation>Ton</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/speaker.py" />
            <source>Sound cannot be played: a part of the program is missing.</source>
            <translation>Ton lässt sich nicht abspielen: Ein Teil des Programms fehlt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Sound on or off</source>
            <translation>Ton an oder aus</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Sounds are recognised, but have numbers instead of names.</source>
            <translation>Geräusche werden erkannt, haben aber Nummern statt Namen.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Sounds other than speech are not recognised.</source>
            <translation>Andere Geräusche als Sprache werden nicht erkannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Speak instead of typing</source>
            <translation>Sprechen statt tippen</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Speech is not written down, and names that people say are not heard.</source>
            <translation>Sprache wird nicht aufgeschrieben, und genannte Namen werden nicht gehört.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Spoken</source>
            <translation>Gesprochen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Stand so that both shoulders are seen.</source>
            <translation>Stellen Sie sich so, dass beide Schultern zu sehen sind.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Standing still after</source>
            <translation>Stillstand nach</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>Start it in a graphical session.</source>
            <translation>Starten Sie es in einer grafischen Sitzung.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Start minimised</source>
            <translation>Minimiert starten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/core/errors.py" />
            <source>Start the newer version, or choose another data folder with --data.</source>
            <translation>Starten Sie die neuere Version, oder wählen Sie mit --data einen anderen Datenordner.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/decoding.py" />
            <source>Start the program again to give it another try. {f0}</source>
            <translation>Starten Sie das Programm neu, um es noch einmal zu versuchen. {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Start when I log in</source>
            <translation>Bei der Anmeldung starten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Start, or stop  Ctrl+Space</source>
            <translation>Beginnen oder anhalten  Ctrl+Space</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Starts without showing the window.</source>
            <translation>Startet, ohne das Fenster zu zeigen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>Stay as they are</source>
            <translation>Bleiben, wie sie sind</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>Step back, or bring more light, so that you are seen all the time.</source>
            <translation>Gehen Sie zurück oder machen Sie mehr Licht, damit Sie immer zu sehen sind.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Step {step} of {all}</source>
            <translation>Schritt {step} von {all}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>Still named in {file}</source>
            <translation>Noch genannt in {file}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Stood still</source>
            <translation>Stand still</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Stop recording</source>
            <translation>Aufnahme beenden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Stop the answer</source>
            <translation>Antwort abbrechen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/progress.py" />
            <source>Stopped while getting '{f0}'.</source>
            <translation>Beim Holen von „{f0}“ angehalten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Storage</source>
            <translation>Speicherplatz</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/storydrawer.py" />
            <source>Stories</source>
            <translation>Geschichten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Stories as list or as pictures</source>
            <translation>Geschichten als Liste oder als Bilder</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>Story before</source>
            <translation>Vorige Geschichte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>Stuck for a while: {what}.</source>
            <translation>Hängt seit einer Weile: {what}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Such as 22:00-06:00.</source>
            <translation>Etwa 22:00-06:00.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Such as 45 s.</source>
            <translation>Etwa 45 s.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Such as mon-fri 08:00-18:00, or 22:00-06:00.</source>
            <translation>Etwa mon-fri 08:00-18:00 oder 22:00-06:00.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Sun</source>
            <translation>So</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/request.py" />
            <source>Swap the two times.</source>
            <translation>Vertauschen Sie die beiden Zeiten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Switch OmniSight (or the terminal) on in {f0}, and start it again.</source>
            <translation>Schalten Sie OmniSight (oder das Terminal) in {f0} ein, und starten Sie es neu.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Switch RTSP on in the device's settings.</source>
            <translation>Schalten Sie RTSP in den Einstellungen des Geräts ein.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>Switch it off</source>
            <translation>Ausschalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>Switch it on</source>
            <translation>Einschalten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Switch on {f0}.</source>
            <translation>Schalten Sie {f0} ein.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/trial.py" />
            <source>Switch sound on in the camera.</source>
            <translation>Schalten Sie den Ton in der Kamera ein.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Take all filters away</source>
            <translation>Alle Filter entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>Take another name, add the takes to it, or delete it first.</source>
            <translation>Nehmen Sie einen anderen Namen, fügen Sie die Aufnahmen hinzu oder löschen Sie sie zuerst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/channels.py" />
            <source>Take another name.</source>
            <translation>Nehmen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Take in shared gestures</source>
            <translation>Geteilte Gesten übernehmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Take in…</source>
            <translation>Übernehmen…</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/application.py" />
            <source>Take the first steps again</source>
            <translation>Erste Schritte noch einmal gehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Take the marks away</source>
            <translation>Markierungen entfernen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Take {number}</source>
            <translation>Aufnahme {number}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/teaching.py" />
            <source>Take {number} was removed.</source>
            <translation>Aufnahme {number} wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Taken for another: {pairs}.</source>
            <translation>Verwechselt: {pairs}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>Takes</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>Taught by</source>
            <translation>Gezeigt von</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Teach</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Teach a gesture</source>
            <translation>Geste zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>Teach another take first, or delete the gesture.</source>
            <translation>Zeigen Sie zuerst noch eine, oder vergessen Sie die Geste.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>Teach one first.</source>
            <translation>Zeigen Sie zuerst eine.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Teal</source>
            <translation>Türkis</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Telegram</source>
            <translation>Telegram</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Telephone (ntfy)</source>
            <translation>Telefon (ntfy)</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Tell me when somebody comes</source>
            <translation>Sag mir Bescheid, wenn jemand kommt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Ten seconds back</source>
            <translation>Zehn Sekunden zurück</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Ten seconds further</source>
            <translation>Zehn Sekunden weiter</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Test</source>
            <translation>Testen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Test the camera</source>
            <translation>Kamera testen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/engine.py" />
            <source>That cannot be looked for: {f0}.</source>
            <translation>Danach lässt sich nicht suchen: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/cameras.py" />
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>That describes no camera.</source>
            <translation>Das beschreibt keine Kamera.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>That is a visitor of their own now.</source>
            <translation>Das ist jetzt ein eigener Besucher.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>That is no name of anybody.</source>
            <translation>So heißt niemand.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>That is not asked any more.</source>
            <translation>Danach wird nicht mehr gefragt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/looks.py" />
            <source>That is not them</source>
            <translation>Das ist jemand anders</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>That is {name}.</source>
            <translation>Das ist {name}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>That was not {person}.</source>
            <translation>Das war nicht {person}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>That was the newest story.</source>
            <translation>Das war die neueste Geschichte.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>That was the oldest story.</source>
            <translation>Das war die älteste Geschichte.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>That was {name}.</source>
            <translation>Das war {name}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>That was {person}.</source>
            <translation>Das war {person}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The address of Ollama, llama.cpp or vLLM, such as http://127.0.0.1:11434/v1.</source>
            <translation>Die Adresse von Ollama, llama.cpp oder vLLM, etwa http://127.0.0.1:11434/v1.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/channels.py" />
            <source>The address of channel '{f0}' cannot be read from {f1}.</source>
            <translation>Die Adresse des Kanals „{f0}“ lässt sich nicht aus {f1} lesen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The address the server listens on; 127.0.0.1 is this computer only.</source>
            <translation>Die Adresse, auf der der Server lauscht; 127.0.0.1 ist nur dieser Computer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>The beginning of each story</source>
            <translation>Dem Beginn jeder Geschichte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera answers, but has nothing at {f0}.</source>
            <translation>Die Kamera antwortet, hat aber nichts unter {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>The camera at {f0} does not let this user look.</source>
            <translation>Die Kamera unter {f0} lässt diesen Benutzer nicht sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis_mount.py" />
            <source>The camera at {f0} does not let this user turn it.</source>
            <translation>Die Kamera unter {f0} lässt sich von diesem Benutzer nicht drehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera at {f0} ended the stream{f1}.</source>
            <translation>Die Kamera unter {f0} hat den Stream beendet{f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>The camera at {f0} is starting up.</source>
            <translation>Die Kamera unter {f0} startet gerade.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/cameras.py" />
            <source>The camera at {f0} is watched already, as '{f1}'.</source>
            <translation>Die Kamera unter {f0} wird schon beobachtet, als „{f1}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera at {f0} refused the name and password.</source>
            <translation>Die Kamera unter {f0} hat Namen und Passwort abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera at {f0} reports a fault of its own.</source>
            <translation>Die Kamera unter {f0} meldet einen eigenen Fehler.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera at {f0} wants a name and a password.</source>
            <translation>Die Kamera unter {f0} verlangt Namen und Passwort.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/watch.py" />
            <source>The camera ended the stream.</source>
            <translation>Die Kamera hat den Stream beendet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stage.py" />
            <source>The camera in front of which you stand</source>
            <translation>Die Kamera, vor der Sie stehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/watch.py" />
            <source>The camera is connected and sends no {f0}.</source>
            <translation>Die Kamera ist verbunden, sendet aber nichts ({f0}).</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/playback.py" />
            <source>The clip '{f0}' cannot be read: {f1}.</source>
            <translation>Der Clip „{f0}“ lässt sich nicht lesen: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/clips.py" />
            <source>The clip '{f0}' points outside the media folder.</source>
            <translation>Der Clip „{f0}“ zeigt aus dem Medienordner hinaus.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/convert.py" />
            <source>The clip cannot be converted: {f0}.</source>
            <translation>Der Clip lässt sich nicht umwandeln: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/convert.py" />
            <source>The clip cannot be read: {f0}.</source>
            <translation>Der Clip ist nicht lesbar: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/thumbnail.py" />
            <source>The clip {f0} shows no picture: {f1}.</source>
            <translation>Der Clip {f0} zeigt kein Bild: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>The conversation is erased.</source>
            <translation>Das Gespräch ist gelöscht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/playback.py" />
            <source>The conversion was stopped; nothing is left behind.</source>
            <translation>Die Umwandlung wurde angehalten; nichts bleibt zurück.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>The corner {f0},{f1} of a mask lies outside the picture.</source>
            <translation>Die Ecke {f0},{f1} einer Maske liegt außerhalb des Bildes.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/writer.py" />
            <source>The database did not answer in time.</source>
            <translation>Die Datenbank hat nicht rechtzeitig geantwortet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/writer.py" />
            <source>The database refused this change: {f0}.</source>
            <translation>Die Datenbank lehnt diese Änderung ab: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/writer.py" />
            <source>The database refused this {f0}: {f1}.</source>
            <translation>Die Datenbank lehnt dies ab ({f0}): {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/writer.py" />
            <source>The database takes in nothing more.</source>
            <translation>Die Datenbank nimmt nichts mehr auf.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/engine.py" />
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>The database {f0} cannot be used: {f1}.</source>
            <translation>Die Datenbank {f0} lässt sich nicht benutzen: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>The database {f0} is damaged: {f1}.</source>
            <translation>Die Datenbank {f0} ist beschädigt: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/demo.py" />
            <source>The demo camera has no pictures: the photographs of the package ultralytics are missing.</source>
            <translation>Die Demo-Kamera hat keine Bilder: Die Fotografien des Pakets ultralytics fehlen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>The demo: people who walk by</source>
            <translation>Die Demo: Leute, die vorbeigehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>The detector runs on this computer.</source>
            <translation>Der Detektor läuft auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>The disk for footage is not there. Is it unplugged?</source>
            <translation>Das Laufwerk für Aufnahmen ist nicht da. Ist es abgezogen?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/clipfile.py" />
            <source>The disk is full; a clip could not be written.</source>
            <translation>Das Laufwerk ist voll; ein Clip konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>The end lies before the beginning.</source>
            <translation>Das Ende liegt vor dem Anfang.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The engine that finds faces: yunet, scrfd or mediapipe; 'auto' takes the best.</source>
            <translation>Womit Gesichter gesucht werden: yunet, scrfd oder mediapipe; 'auto' nimmt das Beste.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The engine that finds the points of a body; 'auto' takes the best there is.</source>
            <translation>Die Engine, die die Punkte eines Körpers findet; 'auto' nimmt die beste.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The engine that runs the detector; 'auto' takes the best this machine has.</source>
            <translation>Die Engine für den Detektor; 'auto' nimmt die beste, die dieser Computer hat.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/load.py" />
            <source>The environment variable {f0}</source>
            <translation>Die Umgebungsvariable {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>The export '{f0}' has no file '{f1}'.</source>
            <translation>Der Export „{f0}“ hat keine Datei „{f1}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>The export '{f0}' is not over.</source>
            <translation>Der Export „{f0}“ ist nicht fertig.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>The export could not be written: {f0}.</source>
            <translation>Der Export konnte nicht geschrieben werden: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>The export failed for an unforeseen reason.</source>
            <translation>Der Export ist aus einem unvorhergesehenen Grund misslungen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>The export needs about {f0} GB, and {f1} GB are free there.</source>
            <translation>Der Export braucht etwa {f0} GB, und dort sind {f1} GB frei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>The export was cancelled; nothing is left behind.</source>
            <translation>Der Export wurde abgebrochen; nichts bleibt zurück.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/clips.py" />
            <location filename="../../omnisight_desktop/services/export/making.py" />
            <source>The export was stopped; nothing is left behind.</source>
            <translation>Der Export wurde angehalten; nichts bleibt zurück.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/picture.py" />
            <source>The file is damaged, or it has to be scaled down first.</source>
            <translation>Die Datei ist beschädigt oder muss erst verkleinert werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/clips.py" />
            <source>The file of clip '{f0}' is gone.</source>
            <translation>Die Datei des Clips „{f0}“ ist weg.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The files that the program sees and hears with.</source>
            <translation>Die Dateien, mit denen das Programm sieht und hört.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <source>The film is over.</source>
            <translation>Das Video ist zu Ende.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>The first picture is on its way.</source>
            <translation>Das erste Bild ist unterwegs.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>The folder {f0} may not be read.</source>
            <translation>Der Ordner {f0} darf nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>The free ntfy app shows what is sent to a topic. Choose one that nobody guesses.</source>
            <translation>Die kostenlose App ntfy zeigt, was an ein Thema gesendet wird. Wählen Sie eines, das niemand errät.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>The gesture '{f0}' has no take {f1}.</source>
            <translation>Die Geste „{f0}“ hat keine Aufnahme {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The host of {f0} refuses the connection: nothing listens on that port.</source>
            <translation>Der Computer von {f0} lehnt die Verbindung ab: Auf diesem Port lauscht nichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>The key is erased from this computer.</source>
            <translation>Der Schlüssel ist von diesem Computer gelöscht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>The key is kept {where}.</source>
            <translation>Der Schlüssel liegt {where}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The kinds of things that are followed, such as person, car or dog.</source>
            <translation>Die Arten von Dingen, die verfolgt werden, etwa person, car oder dog.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The language of the window, or the one the system speaks.</source>
            <translation>Die Sprache des Fensters, oder die des Systems.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The language that is spoken, such as en or de; empty for any.</source>
            <translation>Die Sprache, die gesprochen wird, etwa en oder de; leer für jede.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>The larger speech model is used.</source>
            <translation>Das größere Sprachmodell wird benutzt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/days.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>The last 30 days</source>
            <translation>Die letzten 30 Tage</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/again.py" />
            <source>The last seconds cannot be shown again: {f0}.</source>
            <translation>Die letzten Sekunden lassen sich nicht wiederholen: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>The least {f0} of '{f1}' is {f2}.</source>
            <translation>Das Mindeste an {f0} von „{f1}“ ist {f2}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>The left arm is not visible.</source>
            <translation>Der linke Arm ist nicht zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/speaker.py" />
            <source>The loudspeakers of this computer are used by another program.</source>
            <translation>Die Lautsprecher dieses Computers benutzt ein anderes Programm.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/speaker.py" />
            <source>The loudspeakers of this computer do not play this sound.</source>
            <translation>Die Lautsprecher dieses Computers spielen diesen Ton nicht ab.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/weights.py" />
            <source>The model '{f0}' ({f1}) is not on this machine.</source>
            <translation>Das Modell „{f0}“ ({f1}) ist nicht auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>The models for it are missing yet; get them one step back.</source>
            <translation>Die Modelle dafür fehlen noch; Sie bekommen sie einen Schritt zurück.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The name of an installed model, or the path of a model file.</source>
            <translation>Der Name eines installierten Modells oder der Pfad einer Modelldatei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The name of the language model that answers when there is a key.</source>
            <translation>Der Name des Sprachmodells, das antwortet, wenn ein Schlüssel da ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The name of the model that your server is asked for.</source>
            <translation>Der Name des Modells, nach dem Ihr Server gefragt wird.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The oldest clips go early when clips and pictures take more; 0 for no limit.</source>
            <translation>Die ältesten Clips gehen früher, wenn Clips und Bilder mehr brauchen; 0 für keine Grenze.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The oldest clips go early when fewer gigabytes than this are free.</source>
            <translation>Die ältesten Clips gehen früher, wenn weniger Gigabyte als diese frei sind.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The oldest clips go early when less than this share of the disk is free.</source>
            <translation>Die ältesten Clips gehen früher, wenn weniger als dieser Anteil des Laufwerks frei ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The oldest footage of a camera goes early when it takes more; 0 for no limit.</source>
            <translation>Die ältesten Aufnahmen einer Kamera gehen früher, wenn sie mehr brauchen; 0 für keine Grenze.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>The oldest goes first when it takes more.</source>
            <translation>Braucht es mehr, geht das Älteste zuerst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The one colour for what is chosen or in focus.</source>
            <translation>Die eine Farbe für das, was gewählt oder im Fokus ist.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>The other engine follows bodies.</source>
            <translation>Die andere Engine folgt Körpern.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>The outline of the zone '{f0}' crosses itself.</source>
            <translation>Der Umriss der Zone „{f0}“ kreuzt sich selbst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/inside.py" />
            <source>The package sounddevice is not installed.</source>
            <translation>Das Paket sounddevice ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/microphone.py" />
            <source>The part that listens to microphones is not installed.</source>
            <translation>Der Teil, der Mikrofonen zuhört, ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>The password goes to this computer's keyring, and nowhere else.</source>
            <translation>Das Passwort kommt in den Schlüsselbund dieses Computers und nirgends sonst hin.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/trial.py" />
            <source>The picture cannot be written as {f0}.</source>
            <translation>Das Bild lässt sich nicht als {f0} schreiben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/eye.py" />
            <source>The pictures of {f0} cannot be looked at: {f1}.</source>
            <translation>Die Bilder von {f0} lassen sich nicht auswerten: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/picture.py" />
            <source>The pictures of {f0} claim to be {f1}x{f2}, larger than any camera's.</source>
            <translation>Die Bilder von {f0} wollen {f1}x{f2} groß sein, größer als die jeder Kamera.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>The place for footage is gone. Is a disk unplugged?</source>
            <translation>Der Ort für Aufnahmen ist weg. Ist ein Laufwerk abgezogen?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>The plots are on their way…</source>
            <translation>Die Diagramme sind unterwegs …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The port the server listens on.</source>
            <translation>Der Port, auf dem der Server lauscht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>The poses are far too large.</source>
            <translation>Die Posen sind viel zu groß.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>The poses are no .npy file: {f0}.</source>
            <translation>Die Posen sind keine .npy-Datei: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>The poses are no base64: {f0}.</source>
            <translation>Die Posen sind kein Base64: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>The poses are no decimal numbers.</source>
            <translation>Die Posen sind keine Dezimalzahlen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>The poses are no text.</source>
            <translation>Die Posen sind kein Text.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>The poses have the shape {f0}.</source>
            <translation>Die Posen haben die Form {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>The recording is over.</source>
            <translation>Die Aufnahme ist zu Ende.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>The recording of {camera} has ended: after {minutes} minutes it does.</source>
            <translation>Die Aufnahme von {camera} ist zu Ende: länger als {minutes} Minuten dauert keine.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/replay.py" />
            <source>The recording to be replayed holds no pictures.</source>
            <translation>Die Aufnahme, die wiederholt werden soll, enthält keine Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/gesture/verdict.py" />
            <source>The right arm is not visible.</source>
            <translation>Der rechte Arm ist nicht zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>The rule '{f0}' speaks of the {f1} '{f2}', which is not there.</source>
            <translation>Die Regel „{f0}“ spricht von „{f2}“ ({f1}), und das gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>The rule {name} did it.</source>
            <translation>Das war die Regel {name}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>The rules of {camera}: {why}</source>
            <translation>Die Regeln von {camera}: {why}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/retention.py" />
            <source>The running program gave an answer nobody understands.</source>
            <translation>Das laufende Programm gab eine Antwort, die niemand versteht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/retention.py" />
            <source>The running program is removing what is past its time just now.</source>
            <translation>Das laufende Programm entfernt gerade, was abgelaufen ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/keeper.py" />
            <source>The running program refused it: {f0}.</source>
            <translation>Das laufende Programm lehnt es ab: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>The same not again for</source>
            <translation>Gleiches nicht noch einmal für</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>The same on both sides</source>
            <translation>Auf beiden Seiten gleich</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/hearing/remote.py" />
            <source>The speech model '{f0}' is not on this machine.</source>
            <translation>Das Sprachmodell „{f0}“ ist nicht auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The speech model; larger ones understand more and take longer.</source>
            <translation>Das Sprachmodell; größere verstehen mehr und brauchen länger.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The stream of {f0} broke off: {f1}.</source>
            <translation>Der Stream von {f0} brach ab: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/microphone.py" />
            <source>The system's library for sound, PortAudio, is missing.</source>
            <translation>Die Systembibliothek für Ton, PortAudio, fehlt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/request.py" />
            <source>The time to export ends before it begins.</source>
            <translation>Die Zeit zum Exportieren endet, bevor sie beginnt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>The timeline cannot be read. {why}</source>
            <translation>Die Zeitleiste kann nicht gelesen werden. {why}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The video of {f0} is of a kind{f1} that cannot be decoded here.</source>
            <translation>Das Video von {f0} ist von einer Art{f1}, die hier nicht dekodiert werden kann.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The wait doubles with every failure, up to this many seconds.</source>
            <translation>Die Wartezeit verdoppelt sich mit jedem Fehlschlag, bis zu so vielen Sekunden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>The {f0} {f1} gives nothing any more.</source>
            <translation>Von {f1} ({f0}) kommt nichts mehr.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>The {f0} {f1} is in use by {f2}.</source>
            <translation>{f1} ({f0}) wird benutzt von {f2}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>The {f0} {f1} is there but gives nothing.</source>
            <translation>{f1} ({f0}) ist da, aber es kommt nichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Their names</source>
            <translation>Ihre Namen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Theme</source>
            <translation>Darstellung</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Theme: as the system has it</source>
            <translation>Darstellung: wie das System</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Theme: dark</source>
            <translation>Darstellung: dunkel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Theme: light</source>
            <translation>Darstellung: hell</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Then the oldest footage goes to make room. {room}</source>
            <translation>Dann gehen die ältesten Aufnahmen, um Platz zu machen. {room}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>There are no pictures in {f0}.</source>
            <translation>In {f0} sind keine Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/cameras.py" />
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>There are: {f0}.</source>
            <translation>Es gibt: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/cameras.py" />
            <source>There is a camera called '{f0}' already.</source>
            <translation>Es gibt schon eine Kamera namens „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/channels.py" />
            <source>There is a channel '{f0}' already.</source>
            <translation>Es gibt schon einen Kanal „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>There is a channel called '{name}' already.</source>
            <translation>Es gibt schon einen Kanal '{name}'.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>There is a gesture '{f0}' already.</source>
            <translation>Eine Geste „{f0}“ gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>There is a key.</source>
            <translation>Es ist ein Schlüssel da.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/cameras.py" />
            <source>There is no camera called '{f0}'.</source>
            <translation>Es gibt keine Kamera namens „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/channels.py" />
            <source>There is no channel '{f0}'.</source>
            <translation>Es gibt keinen Kanal „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/clips.py" />
            <source>There is no clip '{f0}'.</source>
            <translation>Es gibt keinen Clip „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>There is no clip of today yet.</source>
            <translation>Von heute gibt es noch keinen Clip.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>There is no database at {f0}.</source>
            <translation>Unter {f0} ist keine Datenbank.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>There is no detector called '{f0}'.</source>
            <translation>Es gibt keinen Detektor namens „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/clips.py" />
            <source>There is no event '{f0}'.</source>
            <translation>Es gibt kein Ereignis „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>There is no export '{f0}'.</source>
            <translation>Es gibt keinen Export „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <location filename="../../omnisight_desktop/capture/soundfile.py" />
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>There is no file {f0}.</source>
            <translation>Es gibt keine Datei {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/bring.py" />
            <source>There is no folder {f0}.</source>
            <translation>Es gibt keinen Ordner {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>There is no gesture '{f0}'.</source>
            <translation>Es gibt keine Geste „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>There is no gesture to export.</source>
            <translation>Es gibt keine Geste zum Teilen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>There is no host called '{f0}' in the network.</source>
            <translation>Im Netzwerk gibt es keinen Computer '{f0}'.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>There is no key yet.</source>
            <translation>Es ist noch kein Schlüssel da.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/perception/weights.py" />
            <source>There is no model '{f0}' on this machine.</source>
            <translation>Auf diesem Computer gibt es kein Modell „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>There is no picture to keep just now.</source>
            <translation>Gerade ist kein Bild zum Behalten da.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/open.py" />
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>There is no recording or camera '{f0}'.</source>
            <translation>Es gibt keine Aufnahme oder Kamera '{f0}'.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/trails.py" />
            <source>There is no track and nobody called '{f0}' at these cameras in that time.</source>
            <translation>In dieser Zeit gibt es bei diesen Kameras keine Spur und niemanden namens „{f0}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>There is no video in {f0}.</source>
            <translation>In {f0} ist kein Video.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>There is no way through the network to {f0}.</source>
            <translation>Durch das Netzwerk führt kein Weg zu {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>There is no {f0} {f1} on this computer. {f2}</source>
            <translation>{f1} ({f0}) gibt es auf diesem Computer nicht. {f2}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/speaker.py" />
            <source>There is nothing here that sound could be played with.</source>
            <translation>Hier ist nichts, womit sich Ton abspielen ließe.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>There is nothing to undo.</source>
            <translation>Es gibt nichts rückgängig zu machen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>There was no key to forget.</source>
            <translation>Es war kein Schlüssel da.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/retention.py" />
            <source>These limits of retention cannot be understood.</source>
            <translation>Diese Fristen sind nicht zu verstehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <source>These models come from their makers once, and work on this computer from then on. Without them people are found less well, and nothing else is.</source>
            <translation>Diese Modelle kommen einmal von ihren Herstellern und arbeiten dann auf diesem Computer. Ohne sie werden Personen schlechter gefunden, und sonst nichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>They are one</source>
            <translation>Sie sind eine Person</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>They are still to be found here</source>
            <translation>Hier ist die Person noch zu finden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>They are two</source>
            <translation>Sie sind zwei</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/steering.py" />
            <source>This camera cannot be turned.</source>
            <translation>Diese Kamera lässt sich nicht drehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/sitting.py" />
            <source>This camera is not watched any more.</source>
            <translation>Diese Kamera wird nicht mehr beobachtet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/steering.py" />
            <source>This camera knows no such place.</source>
            <translation>Diese Kamera kennt keinen solchen Platz.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>This computer</source>
            <translation>Dieser Computer</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>This computer answers</source>
            <translation>Dieser Computer antwortet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>This computer only</source>
            <translation>Nur dieser Computer</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>This desktop</source>
            <translation>Dieser Bildschirm</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>This is not asked any more</source>
            <translation>Danach wird nicht mehr gefragt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/encode.py" />
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>This machine cannot encode H.264: {f0}.</source>
            <translation>Dieser Computer kann kein H.264 kodieren: {f0}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/verdict.py" />
            <source>This machine cannot reach {f0}.</source>
            <translation>Dieser Computer erreicht {f0} nicht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/playing.py" />
            <source>This recording cannot be shown: {reason}.</source>
            <translation>Diese Aufnahme lässt sich nicht zeigen: {reason}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>This report lies on this computer only. Send it on if you would like help.</source>
            <translation>Dieser Bericht liegt nur auf diesem Computer. Geben Sie ihn weiter, wenn Sie Hilfe möchten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>This user may not use the {f0} {f1}.</source>
            <translation>Dieser Benutzer darf {f1} ({f0}) nicht benutzen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/keeper.py" />
            <source>This was opened for reading only.</source>
            <translation>Dies wurde nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>This was seen</source>
            <translation>Das war zu sehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/visits.py" />
            <source>This was somebody else</source>
            <translation>Das war jemand anders</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Thu</source>
            <translation>Do</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Timeline: closer</source>
            <translation>Zeitleiste: näher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Timeline: earlier</source>
            <translation>Zeitleiste: früher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Timeline: everything</source>
            <translation>Zeitleiste: alles</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Timeline: further</source>
            <translation>Zeitleiste: weiter weg</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Timeline: later</source>
            <translation>Zeitleiste: später</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>To</source>
            <translation>An</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/drawer.py" />
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Today {inward} in, {outward} out</source>
            <translation>Heute {inward} hinein, {outward} hinaus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Today: show or hide</source>
            <translation>Heute ein- oder ausblenden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Token of the bot</source>
            <translation>Token des Bots</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/engine.py" />
            <source>Too many work with the database at once.</source>
            <translation>Zu viele arbeiten zugleich mit der Datenbank.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Topic</source>
            <translation>Thema</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Tracking</source>
            <translation>Verfolgung</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Trails</source>
            <translation>Spuren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Trails: show or hide</source>
            <translation>Spuren ein- oder ausblenden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/teaching.py" />
            <source>Try another source.</source>
            <translation>Versuchen Sie eine andere Quelle.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Try gestures out</source>
            <translation>Gesten ausprobieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Try out</source>
            <translation>Ausprobieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Try the camera again</source>
            <translation>Kamera erneut versuchen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Try to play it elsewhere.</source>
            <translation>Versuchen Sie, sie anderswo abzuspielen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/video.py" />
            <source>Try to play it elsewhere; a camera may have to be restarted.</source>
            <translation>Versuchen Sie, sie anderswo abzuspielen; eine Kamera muss vielleicht neu starten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Trying it again…</source>
            <translation>Wird erneut versucht …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Trying it on the last 7 days…</source>
            <translation>Wird an den letzten 7 Tagen erprobt …</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Tue</source>
            <translation>Di</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/steer.py" />
            <source>Turn the camera down</source>
            <translation>Kamera nach unten drehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/steer.py" />
            <source>Turn the camera left</source>
            <translation>Kamera nach links drehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/steer.py" />
            <source>Turn the camera right</source>
            <translation>Kamera nach rechts drehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/steer.py" />
            <source>Turn the camera up</source>
            <translation>Kamera nach oben drehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Turn the direction</source>
            <translation>Richtung umkehren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Turn the direction of {shape}</source>
            <translation>Richtung von {shape} umkehren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/enroll_sheet.py" />
            <source>Two or three pictures from different sides, days and lights are better than ten of one moment. They stay on this computer.</source>
            <translation>Zwei oder drei Bilder von verschiedenen Seiten, Tagen und in anderem Licht sind besser als zehn eines Augenblicks. Sie bleiben auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/teaching.py" />
            <source>Two people are seen in it.</source>
            <translation>Zwei Leute sind darin zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Type another name and press Enter</source>
            <translation>Einen anderen Namen eingeben und Enter drücken</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Type the address, and test it.</source>
            <translation>Geben Sie die Adresse ein, und testen Sie sie.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>US dollars that answers may cost in a day; after that this computer answers.</source>
            <translation>US-Dollar, die Antworten am Tag kosten dürfen; danach antwortet dieser Computer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>US dollars, where they differ from what is known here; 0 for what is known.</source>
            <translation>US-Dollar, wo sie vom hier bekannten Preis abweichen; 0 für den bekannten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/amending.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/people.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/teaching.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Undo  Ctrl+Z</source>
            <translation>Rückgängig  Strg+Z</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Undo the drawing</source>
            <translation>Zeichnung rückgängig machen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>Undo the last change</source>
            <translation>Letzte Änderung rückgängig machen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/channels.py" />
            <source>Unlock it, or remove the channel and add it anew.</source>
            <translation>Entsperren Sie ihn, oder entfernen Sie den Kanal und fügen Sie ihn neu hinzu.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/logins.py" />
            <source>Unlock it.</source>
            <translation>Entsperren Sie ihn.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>Unset QT_QPA_PLATFORM to see the window.</source>
            <translation>Entfernen Sie QT_QPA_PLATFORM, um das Fenster zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Until this time, 07:00.</source>
            <translation>Bis zu dieser Zeit, etwa 07:00.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Up to so many, as long as this computer keeps up with all cameras.</source>
            <translation>Bis zu so viele, solange dieser Computer mit allen Kameras mitkommt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Use lighter networks</source>
            <translation>Leichtere Netze benutzen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>User name</source>
            <translation>Benutzername</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/writer.py" />
            <source>Values of the kind '{f0}' cannot be removed.</source>
            <translation>Werte der Art „{f0}“ lassen sich nicht entfernen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stage.py" />
            <source>Videos</source>
            <translation>Videos</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Videos (*.mp4 *.mkv *.avi *.mov *.webm *.ts)</source>
            <translation>Videos (*.mp4 *.mkv *.avi *.mov *.webm *.ts)</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stage.py" />
            <source>Videos to learn from</source>
            <translation>Videos, aus denen gelernt wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stage.py" />
            <source>Videos…</source>
            <translation>Videos…</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>Violet</source>
            <translation>Violett</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people_words.py" />
            <source>Visitor {number}</source>
            <translation>Besucher {number}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Visitors</source>
            <translation>Besucher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Visits</source>
            <translation>Besuche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>Wait for them, or cancel some.</source>
            <translation>Warten Sie darauf, oder brechen Sie einige ab.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/store.py" />
            <source>Wait until that is done.</source>
            <translation>Warten Sie, bis das fertig ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Was a camera offline today?</source>
            <translation>War heute eine Kamera offline?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Watch a camera in the network</source>
            <translation>Eine Kamera im Netzwerk beobachten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Watch again</source>
            <translation>Weiter beobachten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/chatturn.py" />
            <source>Watch for it</source>
            <translation>Darauf achten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>Watch it</source>
            <translation>Beobachten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Watch the demo</source>
            <translation>Die Demo ansehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>Watch {camera}</source>
            <translation>{camera} beobachten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <source>Watching again.</source>
            <translation>Es wird wieder beobachtet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>Watching on {cameras}.</source>
            <translation>Wird beobachtet auf {cameras}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Web hook</source>
            <translation>Web-Hook</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <source>Webcam {number}</source>
            <translation>Webcam {number}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Wed</source>
            <translation>Mi</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>What answers at {f0} is no Axis device.</source>
            <translation>Was unter {f0} antwortet, ist kein Axis-Gerät.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/palette.py" />
            <source>What can be done</source>
            <translation>Was getan werden kann</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>What comes from it is shown here.</source>
            <translation>Was von ihr kommt, wird hier gezeigt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/trial.py" />
            <source>What comes from {f0} cannot be worked with: {f1}.</source>
            <translation>Mit dem, was von {f0} kommt, lässt sich nicht arbeiten: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>What compares whole movements when gestures are measured; both find the same.</source>
            <translation>Was ganze Bewegungen vergleicht, wenn Gesten gemessen werden; beide finden dasselbe.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/try_page.py" />
            <source>What counted</source>
            <translation>Was gezählt hat</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <source>What finds bodies is being made ready…</source>
            <translation>Was Körper findet, wird bereit gemacht…</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>What goes</source>
            <translation>Was geht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>What goes when</source>
            <translation>Was wann geht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>What happened</source>
            <translation>Was geschah</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>What happened today?</source>
            <translation>Was ist heute passiert?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>What happened, in words: {time}</source>
            <translation>Was geschah, in Worten: {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>What happens then is told by nobody.</source>
            <translation>Was dann geschieht, meldet niemand.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/transport.py" />
            <source>What is drawn on the picture</source>
            <translation>Was ins Bild gezeichnet wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>What is kept</source>
            <translation>Was behalten wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>What is kept, and what is off</source>
            <translation>Was bleibt und was aus ist</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>What is marked</source>
            <translation>Was markiert ist</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>What is past its time goes for good. Protected clips stay.</source>
            <translation>Abgelaufenes geht endgültig. Geschützte Clips bleiben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/review.py" />
            <source>What is recorded can be played here.</source>
            <translation>Was aufgezeichnet wird, lässt sich hier abspielen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>What is said is written down.</source>
            <translation>Gesprochenes wird aufgeschrieben.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>What is taken for what</source>
            <translation>Was womit verwechselt wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <source>What it finds people with</source>
            <translation>Womit Personen gefunden werden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>What may leave this computer.</source>
            <translation>Was diesen Computer verlassen darf.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>What shall OmniSight watch?</source>
            <translation>Was soll OmniSight beobachten?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/http.py" />
            <source>What the camera sends has no end: no picture is that large.</source>
            <translation>Was die Kamera sendet, hat kein Ende: So groß ist kein Bild.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/mirror.py" />
            <source>What the teacher's camera shows</source>
            <translation>Was die Kamera zeigt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>What the timeline shows</source>
            <translation>Was die Zeitleiste zeigt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>What this program cannot reach</source>
            <translation>Was dieses Programm nicht erreicht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>What to look for</source>
            <translation>Wonach gesucht wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>What was seen</source>
            <translation>Was gesehen wurde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/writer.py" />
            <source>What was seen before is not stored yet.</source>
            <translation>Was davor gesehen wurde, ist noch nicht gespeichert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>What was sent</source>
            <translation>Was gesendet wurde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>What works here, what does not, and why.</source>
            <translation>Was hier funktioniert, was nicht und warum.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/palette.py" />
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>What would you like to do?</source>
            <translation>Was möchten Sie tun?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>What writes speech down; auto takes Whisper where its model is there.</source>
            <translation>Was Gesprochenes aufschreibt; auto nimmt Whisper, wo dessen Modell da ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>What you switched on needs models that are not here yet.</source>
            <translation>Was Sie eingeschaltet haben, braucht Modelle, die noch fehlen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>When somebody makes it</source>
            <translation>Wenn jemand sie macht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>When they come</source>
            <translation>Wann sie kommen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>When was somebody last seen?</source>
            <translation>Wann wurde zuletzt jemand gesehen?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>When {whose} {what} {gesture} in {where}</source>
            <translation>Wenn dies geschieht: {whose} {what} {gesture} in {where}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>When {who} {what} within {within}, {same}:</source>
            <translation>Wenn dies geschieht: {who} {what} binnen {within}, {same}:</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>When {who} {what} {where}</source>
            <translation>Wenn dies geschieht: {who} {what} {where}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>When {who} {what} {where} for {seconds}</source>
            <translation>Wenn dies geschieht: {who} {what} {where}, {seconds} lang</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>When {who} {what} {where} {way}</source>
            <translation>Wenn dies geschieht: {who} {what} {where} {way}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>Where a face looks and what it does is not seen.</source>
            <translation>Wohin ein Gesicht blickt und was es tut, ist nicht zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Where its address lies, for that holds a password; never the address itself.</source>
            <translation>Wo seine Adresse liegt, denn sie enthält ein Passwort; nie die Adresse selbst.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Where its key lies, if it wants one: keyring:NAME, file:NAME or env:NAME.</source>
            <translation>Wo sein Schlüssel liegt, falls er einen will: keyring:NAME, file:NAME oder env:NAME.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Where the key is</source>
            <translation>Wo der Schlüssel ist</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Where the key lies: keyring:NAME, file:NAME or env:NAME; never the key.</source>
            <translation>Wo der Schlüssel liegt: keyring:NAME, file:NAME oder env:NAME; nie der Schlüssel.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Where to save</source>
            <translation>Speicherort</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Whether a picture of what was seen goes along.</source>
            <translation>Ob ein Bild vom Gesehenen mitgeht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/matrix.py" />
            <source>Which gestures are taken for which</source>
            <translation>Welche Gesten verwechselt werden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>While something moves</source>
            <translation>Solange sich etwas bewegt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>While they are still there, wait until they have left; else choose another time, or hide everything but whom you keep.</source>
            <translation>Warten Sie, solange sie noch da sind; sonst wählen Sie eine andere Zeit, oder verdecken Sie alles außer denen, die Sie ausnehmen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Who answers</source>
            <translation>Wer antwortet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Who came, when, how often, where: every answer names the events behind it, and plays their clips.</source>
            <translation>Wer kam, wann, wie oft, wo: Jede Antwort nennt die Ereignisse dahinter und spielt ihre Clips ab.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>Who hands the evidence out</source>
            <translation>Wer den Beweis aushändigt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>Who is it?</source>
            <translation>Wer ist es?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Who is the same person?</source>
            <translation>Wer ist dieselbe Person?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Who is told</source>
            <translation>Wer benachrichtigt wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Who is told; see 'omnisight notify'.</source>
            <translation>Wer benachrichtigt wird; siehe 'omnisight notify'.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>Who is {visitor}?</source>
            <translation>Wer ist {visitor}?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/stage.py" />
            <source>Who teaches</source>
            <translation>Wer zeigt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Who they are to you</source>
            <translation>Wer sie für Sie sind</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>Who was it, {when}?</source>
            <translation>Wer war es, {when}?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/people.py" />
            <source>Whoever shows their face well becomes a visitor here, and is the same visitor when they come again. People you know can be added from photographs.</source>
            <translation>Wer sein Gesicht gut zeigt, wird hier zum Besucher und bleibt derselbe, wenn er wiederkommt. Wen Sie kennen, können Sie aus Fotos hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Whoever walks past has not agreed to be recognised or written down. Switch these on only where you may, and tell the people who live or work there.</source>
            <translation>Wer vorbeigeht, hat nicht zugestimmt, erkannt oder mitgeschrieben zu werden. Schalten Sie dies nur ein, wo Sie es dürfen, und sagen Sie es den Menschen, die dort leben oder arbeiten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/schema.py" />
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Windows does not let OmniSight use the {f0} {f1}.</source>
            <translation>Windows lässt OmniSight {f1} ({f0}) nicht benutzen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>With a picture of what was seen</source>
            <translation>Mit einem Bild vom Gesehenen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>With none chosen it is told of all of them.</source>
            <translation>Ist keine gewählt, gilt es für alle.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>Within a month</source>
            <translation>Binnen eines Monats</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>Within a week</source>
            <translation>Binnen einer Woche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>Without it: {words}</source>
            <translation>Ohne: {words}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/choosing.py" />
            <source>Write 1 or more.</source>
            <translation>Schreiben Sie 1 oder mehr.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/gestures.py" />
            <source>Write all gestures to a file  Ctrl+E</source>
            <translation>Alle Gesten in eine Datei schreiben  Ctrl+E</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Write down what is said near a camera</source>
            <translation>Aufschreiben, was bei einer Kamera gesagt wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Write it as axis://HOST.</source>
            <translation>Schreiben Sie sie als axis://HOST.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Write it as https://HOST/PATH.</source>
            <translation>Schreiben Sie sie als https://HOST/PATH.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Write it as rtsp://HOST/PATH or http://HOST/PATH.</source>
            <translation>Schreiben Sie sie als rtsp://HOST/PATH oder http://HOST/PATH.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>Write it as rtsp://HOST/PATH, http://HOST/PATH or axis://HOST.</source>
            <translation>Schreiben Sie sie als rtsp://HOST/PATH, http://HOST/PATH oder axis://HOST.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>Write its end with an offset.</source>
            <translation>Schreiben Sie das Ende mit einer Zeitzone.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>Write them with numpy.save(file, poses, allow_pickle=False).</source>
            <translation>Schreiben Sie sie mit numpy.save(file, poses, allow_pickle=False).</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Writes down speech and notices names; off until you switch it on.</source>
            <translation>Schreibt Gesprochenes auf und bemerkt Namen; aus, bis Sie es einschalten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>Yes  Y</source>
            <translation>Ja  Y</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <source>You are seen.</source>
            <translation>Sie sind zu sehen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>You have {names} already. Nothing was taken in.</source>
            <translation>{names} gibt es schon. Nichts wurde übernommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/chat.py" />
            <source>Your question</source>
            <translation>Ihre Frage</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>YuNet finds faces.</source>
            <translation>YuNet findet Gesichter.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/drawing.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Zone</source>
            <translation>Zone</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Zones</source>
            <translation>Zonen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Zones: show or hide</source>
            <translation>Zonen ein- oder ausblenden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/steer.py" />
            <source>Zoom in</source>
            <translation>Heranholen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/steer.py" />
            <source>Zoom out</source>
            <translation>Wegrücken</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a bicycle</source>
            <translation>ein Fahrrad</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a bird</source>
            <translation>ein Vogel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a bus</source>
            <translation>ein Bus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>a camera</source>
            <translation>einer Kamera</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a car</source>
            <translation>ein Auto</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a cat</source>
            <translation>eine Katze</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a dog</source>
            <translation>ein Hund</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>a gesture</source>
            <translation>einer Geste</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>a line</source>
            <translation>eine Linie</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>a mask</source>
            <translation>eine Maske</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>a moment</source>
            <translation>einen Moment</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a motorcycle</source>
            <translation>ein Motorrad</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a person</source>
            <translation>eine Person</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>a person, by name</source>
            <translation>eine Person, mit Namen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>a sound</source>
            <translation>ein Geräusch</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a truck</source>
            <translation>ein Lastwagen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a vehicle</source>
            <translation>ein Fahrzeug</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>all programs</source>
            <translation>alle Programme</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>all well</source>
            <translation>alles gut</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>always the same one</source>
            <translation>immer dieselbe</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>an animal</source>
            <translation>ein Tier</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>and on {camera}?</source>
            <translation>und auf {camera}?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>and so on</source>
            <translation>und so weiter</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>and this week?</source>
            <translation>und diese Woche?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>and walks into it</source>
            <translation>und kommt von außen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>and walks out of it</source>
            <translation>und geht hinaus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>and yesterday?</source>
            <translation>und gestern?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>animal</source>
            <translation>Tier</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>animals</source>
            <translation>Tiere</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>another gesture, by its name</source>
            <translation>eine andere Geste, mit Namen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>another number</source>
            <translation>eine andere Zahl</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>another time, such as 10 min</source>
            <translation>eine andere Zeit, etwa 10 min</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>another time, such as 45 s or 2 min</source>
            <translation>eine andere Zeit, etwa 45 s oder 2 min</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>answered by {model}</source>
            <translation>beantwortet von {model}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>answered on this computer</source>
            <translation>auf diesem Computer beantwortet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>any picture</source>
            <translation>jedem Bild</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>anybody</source>
            <translation>irgendwer</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>anybody or anything</source>
            <translation>irgendwer oder irgendwas</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>anywhere</source>
            <translation>irgendwo</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>arm</source>
            <translation>schalte scharf</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>as before</source>
            <translation>wie bisher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>at any time</source>
            <translation>jederzeit</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>at least {count} at once</source>
            <translation>mindestens {count} zugleich</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>at most once in {time}</source>
            <translation>höchstens einmal in {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>at most {count} an hour</source>
            <translation>höchstens {count} je Stunde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>at weekends</source>
            <translation>am Wochenende</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>back again</source>
            <translation>wieder da</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>backpack</source>
            <translation>Rucksack</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>ball</source>
            <translation>Ball</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bear</source>
            <translation>Bär</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>between {begin} and {end}</source>
            <translation>zwischen {begin} und {end}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bicycle</source>
            <translation>Fahrrad</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bird</source>
            <translation>Vogel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>boat</source>
            <translation>Boot</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bottle</source>
            <translation>Flasche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>builds of different versions lie over one another: {f0}</source>
            <translation>Bauten verschiedener Versionen liegen übereinander: {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bus</source>
            <translation>Bus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>cameras</source>
            <translation>Kameras</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>cameras that come back</source>
            <translation>Kameras, die zurückkommen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>cameras that go away</source>
            <translation>Kameras, die ausfallen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>car</source>
            <translation>Auto</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>cat</source>
            <translation>Katze</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>chair</source>
            <translation>Stuhl</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>clip-words cannot be used.</source>
            <translation>clip-words ist nicht benutzbar.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>clips</source>
            <translation>Clips</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/media.py" />
            <source>codecs</source>
            <translation>Codecs</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>comes into</source>
            <translation>betritt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/engines.py" />
            <source>compares gestures in C</source>
            <translation>vergleicht Gesten in C</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>continuous footage, until its time is over</source>
            <translation>durchgehende Aufnahmen, bis ihre Zeit um ist</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>cow</source>
            <translation>Kuh</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>crosses</source>
            <translation>überquert</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>cuts sentences into the pieces that minilm reads</source>
            <translation>zerlegt Sätze in die Stücke, die minilm liest</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>cuts words into the pieces that clip-words reads</source>
            <translation>zerlegt Worte in die Stücke, die clip-words liest</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>cycle</source>
            <translation>Zweirad</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>data folder</source>
            <translation>Datenordner</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <location filename="../../omnisight_desktop/services/glance.py" />
            <source>database</source>
            <translation>Datenbank</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/decoding.py" />
            <source>decoding of {f0}</source>
            <translation>Dekodieren von {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>deer</source>
            <translation>Reh</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>detector in use</source>
            <translation>Detektor im Einsatz</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>detector {name}</source>
            <translation>Detektor {name}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>disarm</source>
            <translation>schalte unscharf</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>disarmed since {when}</source>
            <translation>unscharf seit {when}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>disk</source>
            <translation>Laufwerk</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>do nothing else</source>
            <translation>tue sonst nichts</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>does one thing after another</source>
            <translation>tut eins nach dem anderen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>dog</source>
            <translation>Hund</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/engines.py" />
            <source>dtaidistance</source>
            <translation>dtaidistance</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>each time</source>
            <translation>jedes Mal</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>either way</source>
            <translation>in jeder Richtung</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>entered {place}</source>
            <translation>hat {place} betreten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>events</source>
            <translation>Ereignisse</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>every time</source>
            <translation>jedes Mal</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>every {count} times</source>
            <translation>alle {count} Mal</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>face</source>
            <translation>Gesicht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>facenet512, sface, another of DeepFace's or an ArcFace ONNX file; 'auto' takes what is here.</source>
            <translation>facenet512, sface, ein anderes von DeepFace oder eine ArcFace-ONNX-Datei; 'auto' nimmt, was da ist.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>faces off</source>
            <translation>Gesichter aus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>faces off (model missing)</source>
            <translation>Gesichter aus (Modell fehlt)</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>faces on</source>
            <translation>Gesichter an</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>fall</source>
            <translation>Sturz</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>falling down</source>
            <translation>Hinfallen</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>finds faces</source>
            <translation>findet Gesichter</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>finds large faces near the camera, on very small machines</source>
            <translation>findet große, nahe Gesichter auf sehr kleinen Computern</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>finds names of people in English text</source>
            <translation>findet Personennamen in englischem Text</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>finds people and things in a picture</source>
            <translation>findet Personen und Dinge in einem Bild</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>finds people and things in a picture, a newer generation</source>
            <translation>findet Personen und Dinge in einem Bild, eine neuere Generation</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>finds people and things in a picture, the newest generation</source>
            <translation>findet Personen und Dinge in einem Bild, die neueste Generation</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>finds pictures by what they show</source>
            <translation>findet Bilder nach dem, was sie zeigen</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>finds sentences that mean the same</source>
            <translation>findet Sätze, die dasselbe bedeuten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people_words.py" />
            <source>first {first}, last {last}</source>
            <translation>zuerst {first}, zuletzt {last}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>first {when}</source>
            <translation>zuerst {when}</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>follows 17 points of a body, for gestures of people who are far away</source>
            <translation>folgt 17 Punkten eines Körpers, für Gesten von weit entfernten Personen</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>follows 21 points of each hand</source>
            <translation>folgt 21 Punkten jeder Hand</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>follows 33 points of a body, for gestures and posture</source>
            <translation>folgt 33 Punkten eines Körpers, für Gesten und Haltung</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>follows 478 points of a face</source>
            <translation>folgt 478 Punkten eines Gesichts</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>footage</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>fox</source>
            <translation>Fuchs</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>free</source>
            <translation>frei</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>from 1 event</source>
            <translation>aus 1 Ereignis</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>from anywhere</source>
            <translation>von irgendwoher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>from {count} events</source>
            <translation>aus {count} Ereignissen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>from {time} for a day</source>
            <translation>ab {time} einen Tag lang</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>from {zone}</source>
            <translation>aus Richtung {zone}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>from-until, such as 21:30-05:00</source>
            <translation>von-bis, etwa 21:30-05:00</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>gesture</source>
            <translation>Geste</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>gestures</source>
            <translation>Gesten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>given</source>
            <translation>vorgegeben</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>handbag</source>
            <translation>Handtasche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>hardware decoding</source>
            <translation>Decodieren mit Hardware</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <source>heard</source>
            <translation>gehört</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>here</source>
            <translation>da</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>horse</source>
            <translation>Pferd</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>how full the disk of {f0} is cannot be told: {f1}</source>
            <translation>wie voll das Laufwerk von {f0} ist, lässt sich nicht sagen: {f1}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/ink.py" />
            <source>in</source>
            <translation>hinein</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>in 1 day</source>
            <translation>in 1 Tag</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>in a year</source>
            <translation>in einem Jahr</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>in the hours of its file</source>
            <translation>zu den Zeiten ihrer Datei</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>in {count} days</source>
            <translation>in {count} Tagen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>in {count} years</source>
            <translation>in {count} Jahren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>in {zone}</source>
            <translation>in {zone}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>inwards</source>
            <translation>nach innen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being checked</source>
            <translation>wird geprüft</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being copied</source>
            <translation>wird kopiert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being got</source>
            <translation>wird geholt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being made ready; that takes a minute</source>
            <translation>wird vorbereitet; das dauert eine Minute</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being put together</source>
            <translation>wird zusammengesetzt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is here</source>
            <translation>ist da</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>is in</source>
            <translation>ist in</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>is not seen in</source>
            <translation>fehlt in</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/models.py" />
            <source>it agrees with the full network on {f0} of {f1} finds</source>
            <translation>es stimmt bei {f0} von {f1} Funden mit dem vollen Netz überein</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/reading.py" />
            <location filename="../../omnisight_desktop/pipeline/replay/roll.py" />
            <source>it cannot be read: {f0}</source>
            <translation>sie ist nicht lesbar: {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/engines.py" />
            <source>it finds nothing to compute on: {f0}</source>
            <translation>es findet nichts zum Rechnen: {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/reading.py" />
            <location filename="../../omnisight_desktop/pipeline/replay/roll.py" />
            <source>it is gone</source>
            <translation>sie ist weg</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>it is hardly a face ({size}, at least {least})</source>
            <translation>es ist kaum ein Gesicht ({size}, mindestens {least})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/decoding.py" />
            <source>it is switched off; {f0}</source>
            <translation>ist ausgeschaltet; {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>it is too dark ({size}, at least {least})</source>
            <translation>es ist zu dunkel ({size}, mindestens {least})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/reading.py" />
            <location filename="../../omnisight_desktop/pipeline/replay/projector.py" />
            <location filename="../../omnisight_desktop/pipeline/replay/roll.py" />
            <source>it shows nothing</source>
            <translation>sie zeigt nichts</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>it shows somebody else than the other pictures</source>
            <translation>es zeigt jemand anderen als die übrigen Bilder</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/drawing.py" />
            <location filename="../../omnisight_desktop/pipeline/replay/roll.py" />
            <source>its pictures are damaged</source>
            <translation>ihre Bilder sind beschädigt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/steady.py" />
            <source>its pictures are wrong</source>
            <translation>die Bilder sind falsch</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>its rules cannot be read</source>
            <translation>ihre Regeln sind nicht lesbar</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>keyring</source>
            <translation>Schlüsselbund</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>known people</source>
            <translation>bekannte Personen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>last {when}</source>
            <translation>zuletzt {when}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>leaves</source>
            <translation>verlässt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>left</source>
            <translation>gegangen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>left at the bottom</source>
            <translation>nach unten gegangen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>left at the top</source>
            <translation>nach oben gegangen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>left to the left</source>
            <translation>nach links gegangen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>left to the right</source>
            <translation>nach rechts gegangen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>left {place}</source>
            <translation>hat {place} verlassen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>light to event</source>
            <translation>Licht bis Ereignis</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>loud sounds</source>
            <translation>laute Geräusche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>louder than usual</source>
            <translation>lauter als sonst</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>luggage</source>
            <translation>Gepäck</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>macOS does not let OmniSight use the {f0} {f1}.</source>
            <translation>macOS lässt OmniSight {f1} ({f0}) nicht benutzen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>makes the gesture</source>
            <translation>macht die Geste</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>microphones</source>
            <translation>Mikrofone</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>minilm cannot be used.</source>
            <translation>minilm ist nicht benutzbar.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/models.py" />
            <source>model {f0}</source>
            <translation>Modell {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/models.py" />
            <source>models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>more like this</source>
            <translation>zeig mir ähnliche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>motorcycle</source>
            <translation>Motorrad</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people_words.py" />
            <source>never seen</source>
            <translation>nie gesehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>newcomers</source>
            <translation>Neue</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>no camera</source>
            <translation>keine Kamera</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>no camera yet</source>
            <translation>noch keine Kamera</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>no detector</source>
            <translation>kein Detektor</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>no disk</source>
            <translation>kein Laufwerk</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>no limit of its own</source>
            <translation>keine eigene Grenze</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>no longer seen</source>
            <translation>nicht mehr zu sehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>no microphone is attached</source>
            <translation>kein Mikrofon ist angeschlossen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/steady.py" />
            <source>no picture comes out</source>
            <translation>es kommt kein Bild heraus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>no pictures came</source>
            <translation>es kamen keine Bilder</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>no sound</source>
            <translation>ohne Ton</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>no webcam is attached</source>
            <translation>keine Webcam ist angeschlossen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>nobody in {place}</source>
            <translation>niemand in {place}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>nobody is found just now</source>
            <translation>gerade wird niemand gefunden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>none was needed yet</source>
            <translation>noch keiner nötig</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>none yet</source>
            <translation>noch keine</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/editors.py" />
            <source>none; several with commas</source>
            <translation>keine; mehrere mit Kommas</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>none; such as 22:00-07:00</source>
            <translation>keine; etwa 22:00-07:00</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>not installed</source>
            <translation>nicht installiert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>not looked at: here a webcam shows itself only to a program that opens it</source>
            <translation>nicht geprüft: Hier zeigt sich eine Webcam nur einem Programm, das sie öffnet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>not made in 30 days</source>
            <translation>in 30 Tagen nicht gemacht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>not saved yet</source>
            <translation>noch nicht gespeichert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>not them</source>
            <translation>nicht die Person</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>not yet today</source>
            <translation>heute noch nicht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <location filename="../../omnisight_desktop/gui/widgets/stock.py" />
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>nothing is recorded</source>
            <translation>nichts wird aufgenommen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>nothing left this computer</source>
            <translation>nichts hat diesen Computer verlassen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/inside.py" />
            <source>numba compiles, but what it compiled computes nonsense.</source>
            <translation>numba übersetzt, aber das Ergebnis rechnet Unsinn.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>off</source>
            <translation>aus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>on</source>
            <translation>an</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>on any day</source>
            <translation>an jedem Tag</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>on weekdays</source>
            <translation>an Werktagen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>on {days}</source>
            <translation>am {days}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>on {day}</source>
            <translation>am {day}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>one after another</source>
            <translation>eins nach dem anderen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>one is enough</source>
            <translation>einer genügt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>opencv</source>
            <translation>OpenCV</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>or appears in it</source>
            <translation>oder taucht darin auf</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>or is seen no more</source>
            <translation>oder ist nicht mehr zu sehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>other</source>
            <translation>andere</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>others {count} ×</source>
            <translation>andere {count} ×</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>outwards</source>
            <translation>nach außen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>packages</source>
            <translation>Pakete</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>parts of different versions: {f0}</source>
            <translation>Teile verschiedener Versionen: {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>people</source>
            <translation>Menschen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>people are found by their outline</source>
            <translation>Personen werden am Umriss gefunden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>people found without weights</source>
            <translation>Personensuche ohne Modell</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>people who are recognised</source>
            <translation>Menschen, die erkannt werden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>per s</source>
            <translation>je s</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>person</source>
            <translation>Person</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>python</source>
            <translation>Python</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>qt</source>
            <translation>Qt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>quiet {begin} to {end}</source>
            <translation>Ruhe {begin} bis {end}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>raised hands</source>
            <translation>erhobene Hände</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>recognised</source>
            <translation>erkannt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>recognised by figure and clothes</source>
            <translation>an Gestalt und Kleidung erkannt</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>recognises sounds such as breaking glass, dogs and alarms</source>
            <translation>erkennt Geräusche wie splitterndes Glas, Hunde und Alarme</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>record a clip</source>
            <translation>nimm einen Clip auf</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>record no clip</source>
            <translation>nimm keinen Clip auf</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>recorded</source>
            <translation>aufgenommen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>recorded by hand</source>
            <translation>von Hand aufgenommen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>recordings by hand</source>
            <translation>Aufnahmen von Hand</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>rtsp, http or axis. Most cameras name it under “stream” or “RTSP”.</source>
            <translation>rtsp, http oder axis. Die meisten Kameras nennen sie unter „Stream“ oder „RTSP“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>rule</source>
            <translation>Regel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>seen</source>
            <translation>gesehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>seen for the first time</source>
            <translation>zum ersten Mal gesehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people_words.py" />
            <source>seen once</source>
            <translation>einmal gesehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people_words.py" />
            <source>seen {count} times</source>
            <translation>{count}-mal gesehen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/server.py" />
            <source>served at {f0}:{f1}{f2}</source>
            <translation>erreichbar unter {f0}:{f1}{f2}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>sheep</source>
            <translation>Schaf</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>since {time}</source>
            <translation>seit {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>size not known yet</source>
            <translation>Größe noch unbekannt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>skipped</source>
            <translation>übersprungen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>somebody in {place}</source>
            <translation>jemand in {place}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>somebody unknown</source>
            <translation>jemand Unbekanntes</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>somebody who is gone</source>
            <translation>jemand, der nicht mehr da ist</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>something</source>
            <translation>etwas</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>something else, such as umbrella</source>
            <translation>etwas anderes, etwa umbrella</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>something is stuck</source>
            <translation>etwas hängt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>something more</source>
            <translation>noch etwas</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>sounds</source>
            <translation>Geräusche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>speech off</source>
            <translation>Sprache aus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>speech off (model missing)</source>
            <translation>Sprache aus (Modell fehlt)</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>speech on</source>
            <translation>Sprache an</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>speech: {count} lost</source>
            <translation>Sprache: {count} verloren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>spoken</source>
            <translation>gesprochen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>standing still</source>
            <translation>steht still</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>stays in</source>
            <translation>bleibt in</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>stays in {place}</source>
            <translation>bleibt in {place}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>suitcase</source>
            <translation>Koffer</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/server.py" />
            <source>switched off (server.enabled)</source>
            <translation>ausgeschaltet (server.enabled)</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>taken</source>
            <translation>genommen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>tell nobody</source>
            <translation>melde es niemandem</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>tell {names}</source>
            <translation>melde es {names}</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells faces apart</source>
            <translation>unterscheidet Gesichter</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells faces apart, small and quick</source>
            <translation>unterscheidet Gesichter, klein und schnell</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells faces apart: ArcFace</source>
            <translation>hält Gesichter auseinander: ArcFace</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells faces apart: DeepFace as Facebook drew it, large</source>
            <translation>hält Gesichter auseinander: DeepFace, wie Facebook es entwarf, groß</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells faces apart: DeepID, very small</source>
            <translation>hält Gesichter auseinander: DeepID, sehr klein</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells faces apart: Facenet with vectors of 128 numbers</source>
            <translation>hält Gesichter auseinander: Facenet mit Vektoren aus 128 Zahlen</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells faces apart: GhostFaceNet, small and quick</source>
            <translation>hält Gesichter auseinander: GhostFaceNet, klein und schnell</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells faces apart: OpenFace, very small</source>
            <translation>hält Gesichter auseinander: OpenFace, sehr klein</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells faces apart: VGG-Face, large</source>
            <translation>hält Gesichter auseinander: VGG-Face, groß</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>tells whether two pictures show the same person by figure and clothes</source>
            <translation>sagt, ob zwei Bilder an Gestalt und Kleidung dieselbe Person zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>the beginning of each story</source>
            <translation>dem Beginn jeder Geschichte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>the camera's picture</source>
            <translation>dem Bild</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>the face is blurred ({size}, at least {least})</source>
            <translation>das Gesicht ist unscharf ({size}, mindestens {least})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>the face is too bright ({size}, at most {least})</source>
            <translation>das Gesicht ist zu hell ({size}, höchstens {least})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>the face is too small ({size}, at least {least})</source>
            <translation>das Gesicht ist zu klein ({size}, mindestens {least})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>the face is turned away ({size}, at most {least})</source>
            <translation>das Gesicht ist abgewandt ({size}, höchstens {least})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>the face lies outside the picture</source>
            <translation>das Gesicht liegt außerhalb des Bildes</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>the face looks up or down too far ({size}, at most {least})</source>
            <translation>das Gesicht blickt zu weit nach oben oder unten ({size}, höchstens {least})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>the first after {seconds} s</source>
            <translation>das erste nach {seconds} s</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/models.py" />
            <source>the full network runs: {f0}</source>
            <translation>das volle Netz läuft: {f0}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>the name in {count} events, and wherever it was said or written</source>
            <translation>der Name in {count} Ereignissen und wo er gesagt oder geschrieben wurde</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>the names of the sounds</source>
            <translation>die Namen der Geräusche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>the picture</source>
            <translation>das Bild</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>the pictures of {count} times they were followed</source>
            <translation>die Bilder von {count} Wegen, auf denen die Person verfolgt wurde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>the place for footage is gone</source>
            <translation>der Ort für Aufnahmen ist weg</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/decoding.py" />
            <source>the processor decodes</source>
            <translation>der Prozessor decodiert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>the same</source>
            <translation>dieselbe</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>the system library {f0} is missing, without which Qt shows no window</source>
            <translation>die Systembibliothek {f0} fehlt, ohne die Qt kein Fenster zeigt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>then {tell}, {record} and {act}, {pause}.</source>
            <translation>dann {tell}, {record} und {act}, {pause}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>there are {count} faces in it: cut out the one that is meant</source>
            <translation>darin sind {count} Gesichter: das gemeinte ausschneiden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/devices.py" />
            <source>there is a microphone, but this user may not use it</source>
            <translation>es gibt ein Mikrofon, aber dieser Benutzer darf es nicht benutzen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>there is no display here, so the program runs headless</source>
            <translation>hier ist kein Bildschirm, also läuft das Programm ohne Fenster</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>there is no face in it</source>
            <translation>darin ist kein Gesicht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>there is no graphics device here that could do it</source>
            <translation>hier ist kein Grafikgerät, das es könnte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/glance.py" />
            <source>there is none yet; the first start makes it</source>
            <translation>es gibt noch keinen; der erste Start legt ihn an</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>there is too little contrast ({size}, at least {least})</source>
            <translation>es ist zu wenig Kontrast ({size}, mindestens {least})</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>they came with the program, in one folder</source>
            <translation>sie kamen mit dem Programm, in einem Ordner</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>this face is known as {name}: if they are the same, merge the two</source>
            <translation>dieses Gesicht ist als {name} bekannt: wenn beide eine Person sind, zusammenführen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>this system has none, so secrets lie in {f0}, which only you may read</source>
            <translation>dieses System hat keinen, also liegen Geheimnisse in {f0}, das nur Sie lesen dürfen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>this very picture is known already</source>
            <translation>genau dieses Bild ist schon bekannt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>to {channel}</source>
            <translation>an {channel}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/days.py" />
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>traffic light</source>
            <translation>Ampel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>train</source>
            <translation>Zug</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>truck</source>
            <translation>Lastwagen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>umbrella</source>
            <translation>Regenschirm</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>understands the words that pictures are searched with</source>
            <translation>versteht die Worte, mit denen Bilder gesucht werden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>vehicle</source>
            <translation>Fahrzeug</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/health.py" />
            <source>vehicles</source>
            <translation>Fahrzeuge</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>waits before another try</source>
            <translation>wartet vor dem nächsten Versuch</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>waits its turn</source>
            <translation>wartet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>wave, for instance</source>
            <translation>zum Beispiel winken</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>went in over {place}</source>
            <translation>ging hinein über {place}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>went out over {place}</source>
            <translation>ging hinaus über {place}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>what a rule tells it</source>
            <translation>was eine Regel meldet</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>what is spoken</source>
            <translation>Gesprochenes</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>what people call it</source>
            <translation>wie man sie nennt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>what sets a rule off</source>
            <translation>was eine Regel auslöst</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>what stands still</source>
            <translation>was stillsteht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>what was exported or handed out before</source>
            <translation>was vorher ausgegeben oder weitergegeben wurde</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>what yolo11n is made from, and trained further from</source>
            <translation>woraus yolo11n entsteht und weiter trainiert wird</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>what yolo26n is made from, and trained further from</source>
            <translation>woraus yolo26n entsteht und weiter trainiert wird</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>what yolov8n is made from, and trained further from</source>
            <translation>woraus yolov8n entsteht und weiter trainiert wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>where it is recorded</source>
            <translation>wo sie aufgenommen wird</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>which packages are needed is not written down in this installation</source>
            <translation>welche Pakete nötig sind, steht in dieser Installation nicht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>who or what comes</source>
            <translation>wer oder was kommt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>who or what leaves</source>
            <translation>wer oder was geht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>whoever it is</source>
            <translation>wer auch immer</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/screen.py" />
            <source>window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>with sound</source>
            <translation>mit Ton</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>without pictures</source>
            <translation>ohne Bilder</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>without the last</source>
            <translation>ohne das Letzte</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>writes down what is said</source>
            <translation>schreibt auf, was gesagt wird</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>writes down what is said, quicker and less exactly</source>
            <translation>schreibt auf, was gesagt wird, schneller und ungenauer</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>yesterday {time}</source>
            <translation>gestern {time}</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>yolo11n cannot be made or trained on this machine.</source>
            <translation>yolo11n kann auf diesem Computer weder entstehen noch trainiert werden.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>yolo26n cannot be made or trained on this machine.</source>
            <translation>yolo26n kann auf diesem Computer weder entstehen noch trainiert werden.</translation>
        </message>
        <message>
            <location filename="../../models/manifest.toml" />
            <source>yolov8n cannot be made or trained on this machine.</source>
            <translation>yolov8n kann auf diesem Computer weder entstehen noch trainiert werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>yyyy-MM-dd  HH:mm:ss</source>
            <translation>dd.MM.yyyy  HH:mm:ss</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>{bad} do not work.</source>
            <translation>{bad} funktionieren nicht.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>{before} is called {name} now.</source>
            <translation>{before} heißt jetzt {name}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{cameras} offline</source>
            <translation>{cameras} offline</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>{cameras}: no pictures come.</source>
            <translation>{cameras}: keine Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/application.py" />
            <source>{camera} is offline. {why}</source>
            <translation>{camera} ist offline. {why}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <source>{camera} is saved; it holds from now on.</source>
            <translation>{camera} ist gespeichert; es gilt ab jetzt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>{camera} reconnected once since midnight.</source>
            <translation>{camera} hat sich seit Mitternacht einmal neu verbunden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>{camera} reconnected twice since midnight.</source>
            <translation>{camera} hat sich seit Mitternacht zweimal neu verbunden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>{camera} reconnected {count} times since midnight.</source>
            <translation>{camera} hat sich seit Mitternacht {count}-mal neu verbunden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>{camera} was removed.</source>
            <translation>{camera} wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{channel} is changed.</source>
            <translation>{channel} ist geändert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{channel} is told from now on. Its address is kept {place}.</source>
            <translation>{channel} wird ab jetzt benachrichtigt. Die Adresse liegt {place}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{channel} is told no more.</source>
            <translation>{channel} wird nicht mehr benachrichtigt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} animals</source>
            <translation>{count} Tiere</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people.py" />
            <source>{count} archived: found by name</source>
            <translation>{count} archiviert: zu finden über den Namen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>{count} backups of the database</source>
            <translation>{count} Sicherungen der Datenbank</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} bicycles</source>
            <translation>{count} Fahrräder</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} birds</source>
            <translation>{count} Vögel</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} buses</source>
            <translation>{count} Busse</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} bytes</source>
            <translation>{count} Bytes</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} cars</source>
            <translation>{count} Autos</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} cats</source>
            <translation>{count} Katzen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{count} clips</source>
            <translation>{count} Clips</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>{count} clips that show them</source>
            <translation>{count} Clips, die die Person zeigen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/computer.py" />
            <source>{count} could be better.</source>
            <translation>{count} könnte besser sein.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} days</source>
            <translation>{count} Tage</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} dogs</source>
            <translation>{count} Hunde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{count} events</source>
            <translation>{count} Ereignisse</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{count} exports</source>
            <translation>{count} Exporte</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/mirror.py" />
            <source>{count} films</source>
            <translation>{count} Videos</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>{count} fps</source>
            <translation>{count} je s</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>{count} gestures are in {file}.</source>
            <translation>{count} Gesten sind in {file}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>{count} lines</source>
            <translation>{count} Linien</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/forgetting.py" />
            <source>{count} looks at the face, with their pictures</source>
            <translation>{count} Aufnahmen des Gesichts mit ihren Bildern</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>{count} loud noises</source>
            <translation>{count} laute Geräusche</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>{count} masks</source>
            <translation>{count} Masken</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} min</source>
            <translation>{count} min</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/plot.py" />
            <source>{count} min ago</source>
            <translation>vor {count} min</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/models.py" />
            <source>{count} models that the program wants are missing.</source>
            <translation>{count} gewünschte Modelle fehlen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/chatturn.py" />
            <source>{count} more in the review</source>
            <translation>{count} weitere unter „Sichten“</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} motorcycles</source>
            <translation>{count} Motorräder</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>{count} ms</source>
            <translation>{count} ms</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/days.py" />
            <source>{count} on one day at most</source>
            <translation>höchstens {count} an einem Tag</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} people</source>
            <translation>{count} Personen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <source>{count} per s</source>
            <translation>{count} je s</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{count} pictures</source>
            <translation>{count} Bilder</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{count} pieces of footage</source>
            <translation>{count} Stücke Aufnahme</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/question.py" />
            <source>{count} questions</source>
            <translation>{count} Fragen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>{count} recordings could not be shown.</source>
            <translation>{count} Aufnahmen ließen sich nicht zeigen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/health.py" />
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} s</source>
            <translation>{count} s</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>{count} settings speak of it.</source>
            <translation>{count} Einstellungen sprechen davon.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/preferences.py" />
            <source>{count} settings; say more to see fewer.</source>
            <translation>{count} Einstellungen; mehr Worte zeigen weniger.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>{count} shapes. Tab goes from point to point.</source>
            <translation>{count} Formen. Tab geht von Punkt zu Punkt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>{count} stories reviewed.</source>
            <translation>{count} Geschichten gesichtet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>{count} takes</source>
            <translation>{count} Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>{count} takes are enough.</source>
            <translation>{count} Aufnahmen sind genug.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>{count} things that were said were not written down: too much was said at once.</source>
            <translation>{count} Äußerungen wurden nicht aufgeschrieben: Es wurde zu viel auf einmal gesprochen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{count} transcripts</source>
            <translation>{count} Mitschriften</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} trucks</source>
            <translation>{count} Lastwagen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} vehicles</source>
            <translation>{count} Fahrzeuge</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people.py" />
            <source>{count} visitors</source>
            <translation>{count} Besucher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>{count} zones</source>
            <translation>{count} Zonen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/days.py" />
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>{count} × today</source>
            <translation>{count} × heute</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} × {thing}</source>
            <translation>{count} × {thing}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>{count} ×, last {time}</source>
            <translation>{count} ×, zuletzt {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/gesture_page.py" />
            <source>{count} ×, last {time}, {sure} % sure on average</source>
            <translation>{count} ×, zuletzt {time}, im Mittel {sure} % sicher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/people_words.py" />
            <source>{count}× · {when}</source>
            <translation>{count}× · {when}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cards.py" />
            <source>{dB} dB above the usual</source>
            <translation>{dB} dB lauter als sonst</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{days} days of disk</source>
            <translation>Laufwerk reicht {days} Tage</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{day} {month}</source>
            <translation>{day}. {month}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{day} {month} {time}</source>
            <translation>{day}. {month} {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{day} {month} {year} {time}</source>
            <translation>{day}. {month} {year} {time}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>{done} of {all}</source>
            <translation>{done} von {all}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>{f0} % or {f1} GB</source>
            <translation>{f0} % oder {f1} GB</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>{f0} GB free of {f1} GB ({f2} %)</source>
            <translation>{f0} GB frei von {f1} GB ({f2} %)</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/engines.py" />
            <source>{f0} Without it {f1}.</source>
            <translation>{f0} Ohne: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/models.py" />
            <source>{f0} and is {f1} times as quick</source>
            <translation>{f0} und ist {f1}-mal so schnell</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/trial.py" />
            <source>{f0} answers, but no picture came.</source>
            <translation>{f0} antwortet, aber es kam kein Bild.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} answers, but sends no video.</source>
            <translation>{f0} antwortet, sendet aber kein Video.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>{f0} asks for {f1}, but one at a time leaves or does a sequence.</source>
            <translation>{f0} verlangt {f1}, aber jeder geht für sich hinaus oder tut eine Folge.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>{f0} asks for {f1}.</source>
            <translation>{f0} verlangt {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>{f0} cameras are that many films; {f1} is one file.</source>
            <translation>{f0} Kameras sind ebenso viele Filme; {f1} ist eine einzige Datei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/video.py" />
            <source>{f0} cannot be decoded: {f1}.</source>
            <translation>{f0} lässt sich nicht dekodieren: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/server.py" />
            <source>{f0} cannot be had, so the API will not be served: {f1}</source>
            <translation>{f0} ist nicht zu haben, also wird die API nicht angeboten: {f1}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>{f0} cannot be made, for {f1} may not be written by this user</source>
            <translation>{f0} lässt sich nicht anlegen, denn {f1} darf dieser Benutzer nicht beschreiben</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/soundfile.py" />
            <source>{f0} cannot be read as sound: {f1}.</source>
            <translation>{f0} kann nicht als Ton gelesen werden: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} cannot be read: {f1}.</source>
            <translation>{f0} ist nicht lesbar: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>{f0} cannot be used: {f1}.</source>
            <translation>{f0} lässt sich nicht benutzen: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/store.py" />
            <source>{f0} changed while it was copied.</source>
            <translation>{f0} hat sich geändert, während es kopiert wurde.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>{f0} covers next to nothing.</source>
            <translation>{f0} bedeckt so gut wie nichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} did not send any pictures within {f1} seconds.</source>
            <translation>{f0} hat binnen {f1} Sekunden keine Bilder gesendet.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/notify/desktop.py" />
            <source>{f0} did not take the message: {f1} ({f2}).</source>
            <translation>{f0} nahm die Nachricht nicht an: {f1} ({f2}).</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/notify/channel.py" />
            <source>{f0} did not take the message: {f1}.</source>
            <translation>{f0} nahm die Nachricht nicht an: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/notify/desktop.py" />
            <source>{f0} did not take the message: {f1}{f2}.</source>
            <translation>{f0} nahm die Nachricht nicht an: {f1}{f2}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/decoding.py" />
            <source>{f0} does not decode {f1}.</source>
            <translation>{f0} dekodiert kein {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>{f0} does not say when it was made.</source>
            <translation>{f0} sagt nicht, wann sie entstand.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>{f0} ends in no time zone.</source>
            <translation>{f0} endet in keiner Zeitzone.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/engine.py" />
            <source>{f0} exists already.</source>
            <translation>{f0} gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/jobs.py" />
            <source>{f0} exports wait already.</source>
            <translation>{f0} Exporte warten schon.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/verdict.py" />
            <source>{f0} gave a notice instead of the file.</source>
            <translation>{f0} gab einen Hinweis statt der Datei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/verdict.py" />
            <source>{f0} gave an empty file.</source>
            <translation>{f0} gab eine leere Datei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/verdict.py" />
            <source>{f0} gave another file than the right one (sum {f1}…, it should be {f2}…).</source>
            <translation>{f0} gab eine andere Datei als die richtige (Summe {f1}…, sie müsste {f2}… sein).</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>{f0} has a point at {f1}, {f2}, which is not in the picture.</source>
            <translation>{f0} hat einen Punkt bei {f1}, {f2}, der nicht im Bild liegt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>{f0} has a take that is no movement.</source>
            <translation>{f0} hat eine Aufnahme ohne Bewegung.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>{f0} has a take whose times do not fit.</source>
            <translation>{f0} hat eine Aufnahme, deren Zeiten nicht passen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>{f0} has a take without times.</source>
            <translation>{f0} hat eine Aufnahme ohne Zeiten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} has fallen silent: nothing came for {f1} seconds.</source>
            <translation>{f0} ist verstummt: {f1} Sekunden lang kam nichts.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>{f0} has no name.</source>
            <translation>{f0} hat keinen Namen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/soundfile.py" />
            <source>{f0} has no sound.</source>
            <translation>{f0} hat keinen Ton.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>{f0} has no takes.</source>
            <translation>{f0} hat keine Aufnahmen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>{f0} has two points in one place.</source>
            <translation>{f0} hat zwei Punkte an einer Stelle.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/drawn.py" />
            <source>{f0} has {f1} points.</source>
            <translation>{f0} hat {f1} Punkte.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/soundfile.py" />
            <source>{f0} holds no sound that can be decoded.</source>
            <translation>{f0} enthält keinen Ton, der entschlüsselt werden kann.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/export/write.py" />
            <source>{f0} is a file.</source>
            <translation>{f0} ist eine Datei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/clips.py" />
            <source>{f0} is a file; several clips need a folder.</source>
            <translation>{f0} ist eine Datei; mehrere Clips brauchen einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>{f0} is a folder where the database should be.</source>
            <translation>{f0} ist ein Ordner, wo die Datenbank sein sollte.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>{f0} is a sequence of one.</source>
            <translation>{f0} ist eine Folge aus einem Schritt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>{f0} is cut off after {f1} bytes.</source>
            <translation>{f0} ist nach {f1} Bytes abgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>{f0} is cut off: it has {f1} of {f2} bytes.</source>
            <translation>{f0} ist abgeschnitten: Es hat {f1} von {f2} Bytes.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} is damaged or no video.</source>
            <translation>{f0} ist beschädigt oder kein Video.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/soundfile.py" />
            <source>{f0} is empty.</source>
            <translation>{f0} ist leer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>{f0} is empty: it holds no database.</source>
            <translation>{f0} ist leer: Es enthält keine Datenbank.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>{f0} is far too large for a file of gestures.</source>
            <translation>{f0} ist viel zu groß für eine Datei mit Gesten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/server.py" />
            <source>{f0} is free; served while OmniSight runs{f1}</source>
            <translation>{f0} ist frei; angeboten, solange OmniSight läuft{f1}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>{f0} is installed, but {f1} is what is imported</source>
            <translation>{f0} ist installiert, aber geladen wird {f1}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>{f0} is installed, {f1} is needed</source>
            <translation>{f0} ist installiert, nötig ist {f1}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>{f0} is listed, but its files are gone</source>
            <translation>{f0} ist aufgeführt, aber die Dateien sind weg</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gesture_file.py" />
            <source>{f0} is no file of gestures: {f1}.</source>
            <translation>{f0} ist keine Datei mit Gesten: {f1}.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>{f0} is no folder</source>
            <translation>{f0} ist kein Ordner</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/storage/file.py" />
            <source>{f0} is not an SQLite database.</source>
            <translation>{f0} ist keine SQLite-Datenbank.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>{f0} is not {f1}, for which the packages are made</source>
            <translation>{f0} ist nicht {f1}, wofür die Pakete gemacht sind</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/cameras.py" />
            <source>{f0} is removed, but its password is still there. {f1}</source>
            <translation>{f0} ist entfernt, aber das Passwort ist noch da. {f1}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/store.py" />
            <source>{f0} is there now, but the wrong file {f1} is found before it.</source>
            <translation>{f0} ist jetzt da, aber vorher wird die falsche Datei {f1} gefunden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/save.py" />
            <source>{f0} is written in a way that cannot be changed by the program.</source>
            <translation>{f0} ist so geschrieben, dass das Programm es nicht ändern kann.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>{f0} lacks HOGDescriptor, with which people are found without any model</source>
            <translation>{f0} fehlt HOGDescriptor, womit Personen ohne Modell gefunden werden</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>{f0} lasts {f1} seconds.</source>
            <translation>{f0} dauert {f1} Sekunden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/particulars.py" />
            <source>{f0} looks a second make no sense.</source>
            <translation>{f0} Blicke je Sekunde ergeben keinen Sinn.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>{f0} may not be read and written by this user</source>
            <translation>{f0} darf dieser Benutzer nicht lesen und schreiben</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>{f0} may not be read by this user</source>
            <translation>{f0} darf dieser Benutzer nicht lesen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} may not be read.</source>
            <translation>{f0} darf nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/models/store.py" />
            <source>{f0} now gives another file than on {f1} (sum {f2}…, before {f3}…).</source>
            <translation>{f0} gibt jetzt eine andere Datei als am {f1} (Summe {f2}…, vorher {f3}…).</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/models.py" />
            <source>{f0} of {f1} are here</source>
            <translation>{f0} von {f1} sind da</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>{f0} of {f1} are here and work</source>
            <translation>{f0} von {f1} sind da und funktionieren</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>{f0} on {f1}</source>
            <translation>{f0} auf {f1}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/jpegs.py" />
            <source>{f0} sends no pictures.</source>
            <translation>{f0} sendet keine Bilder.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/gestures/library.py" />
            <source>{f0} takes are too many.</source>
            <translation>{f0} Aufnahmen sind zu viele.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/rules/rule.py" />
            <source>{f0} {f1}s are called '{f2}'.</source>
            <translation>{f0}-mal ({f1}) gibt es den Namen „{f2}“.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/models.py" />
            <source>{f0}, and all that the program wants</source>
            <translation>{f0}, und alles, was das Programm braucht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/room.py" />
            <source>{f0}, and the settings want {f1} GB left free: nothing is recorded.</source>
            <translation>{f0}, und die Einstellungen wollen {f1} GB frei lassen: Nichts wird aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/glance.py" />
            <source>{f0}, {f1} MB, revision {f2}</source>
            <translation>{f0}, {f1} MB, Revision {f2}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/packages.py" />
            <source>{f0}, {f1} of one version</source>
            <translation>{f0}, {f1} von einer Version</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>{f0}: less than {f1}, so nothing is recorded and the oldest clips go early</source>
            <translation>{f0}: weniger als {f1}, also wird nichts aufgenommen, und die ältesten Clips gehen früher</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/room.py" />
            <source>{f0}: nothing is recorded below {f1} GB.</source>
            <translation>{f0}: Unter {f1} GB wird nichts aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/keeping.py" />
            <source>{f0}: there is no room to remember anything</source>
            <translation>{f0}: Es ist kein Platz, sich etwas zu merken</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/observability/doctor/models.py" />
            <source>{f0}; {f1} that the program wants are missing, and it does what it can without</source>
            <translation>{f0}; {f1} gewünschte fehlen, und es tut, was ohne sie geht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>{field} is empty.</source>
            <translation>{field} ist leer.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/enrolling.py" />
            <source>{file} is no picture that can be read</source>
            <translation>{file} ist kein Bild, das sich lesen lässt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/timeline.py" />
            <source>{first}–{last} of {count}</source>
            <translation>{first}–{last} von {count}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{fps} fps</source>
            <translation>{fps} Bilder/s</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>{fps} pictures a second</source>
            <translation>{fps} Bilder je Sekunde</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{free} free of {total}</source>
            <translation>{free} frei von {total}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>{gb} GB are free now.</source>
            <translation>{gb} GB sind jetzt frei.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{gb} GB free</source>
            <translation>{gb} GB frei</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{gb} GB free in {place}</source>
            <translation>{gb} GB frei in {place}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/teach_page.py" />
            <source>{gesture} ({share} % alike)</source>
            <translation>{gesture} ({share} % gleich)</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/teaching.py" />
            <source>{gesture} is known from now on.</source>
            <translation>{gesture} ist von jetzt an bekannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/matrix.py" />
            <source>{gesture} is recognised with {sure} %.</source>
            <translation>{gesture} wird mit {sure} % erkannt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>{gesture} was forgotten.</source>
            <translation>{gesture} wurde vergessen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/matrix.py" />
            <source>{gesture} was shown once only, so nobody can tell.</source>
            <translation>{gesture} wurde nur einmal gezeigt, da lässt sich nichts sagen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} h {minutes} min</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{hours}, {days}</source>
            <translation>{hours}, {days}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>{inward} in · {outward} out</source>
            <translation>{inward} hinein · {outward} hinaus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>{inward} in, {outward} out</source>
            <translation>{inward} hinein, {outward} hinaus</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{kinds} at {cameras}</source>
            <translation>{kinds} bei {cameras}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/forget_sheet.py" />
            <source>{name} is forgotten</source>
            <translation>{name} ist vergessen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>{name} is not set up any more. Choose somebody else.</source>
            <translation>{name} ist nicht mehr eingerichtet. Wählen Sie jemand anderen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/asking.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/people.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>{one} and {other} are one now.</source>
            <translation>{one} und {other} sind jetzt eine Person.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/matrix.py" />
            <source>{one} is taken for {other} with {sure} %.</source>
            <translation>{one} wird mit {sure} % für {other} gehalten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{place} is not there. Is a disk unplugged?</source>
            <translation>{place} ist nicht da. Ist ein Laufwerk abgezogen?</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{place} took the message.</source>
            <translation>{place} hat die Nachricht angenommen.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>{rule} is on</source>
            <translation>{rule} ist an</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>{rule} is saved; it holds within seconds.</source>
            <translation>{rule} ist gespeichert; sie gilt in Sekunden.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>{rule} was not saved.</source>
            <translation>{rule} wurde nicht gespeichert.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>{rule} was removed.</source>
            <translation>{rule} wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/figures.py" />
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>{setting} is as it was.</source>
            <translation>{setting} ist wie zuvor.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>{shape} is chosen</source>
            <translation>{shape} ist gewählt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>{size} and {count} pictures went to {host}</source>
            <translation>{size} und {count} Bilder gingen an {host}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>{size} went to {host}, no picture</source>
            <translation>{size} gingen an {host}, kein Bild</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>{takes} by {name}</source>
            <translation>{takes} von {name}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/gestures.py" />
            <source>{takes}, {day}</source>
            <translation>{takes}, {day}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>{time} of film</source>
            <translation>{time} Film</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/exporting.py" />
            <source>{time} of film; {gap} are missing</source>
            <translation>{time} Film; {gap} fehlen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{up} of {all} up</source>
            <translation>{up} von {all} da</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/person_page.py" />
            <source>{visitor}: give a name</source>
            <translation>{visitor}: Namen geben</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{weekday} {day} {month}</source>
            <translation>{weekday} {day}. {month}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{weekday} {day} {month} {year}</source>
            <translation>{weekday} {day}. {month} {year}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{what} archived</source>
            <translation>{what} archiviert</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{what} at {where}</source>
            <translation>{what} bei {where}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>{what} comes</source>
            <translation>{what} kommt</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>{what} leaves</source>
            <translation>{what} geht</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/chat.py" />
            <source>{what} stays for {long}</source>
            <translation>{what} bleibt {long}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{what} {gesture} in {where}</source>
            <translation>{what} {gesture} in {where}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{what} {where}</source>
            <translation>{what} {where}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{what} {where} for {seconds}</source>
            <translation>{what} {where}, {seconds} lang</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{what} {where} {way}</source>
            <translation>{what} {where} {way}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{what}, for all takes too much room</source>
            <translation>{what}, denn alles braucht zu viel Platz</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/storage.py" />
            <source>{what}, for the disk is too full</source>
            <translation>{what}, denn das Laufwerk ist zu voll</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/person.py" />
            <source>{where}
Quality {percent} of 100</source>
            <translation>{where}
Güte {percent} von 100</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/preferences.py" />
            <source>{where} wins over what is set here.</source>
            <translation>{where} geht vor dem hier Gesetzten.</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{whose} {what} {gesture}</source>
            <translation>{whose} {what} {gesture}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/exportsheet.py" />
            <source>{who} stays recognisable</source>
            <translation>{who} bleibt erkennbar</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{who} {what}</source>
            <translation>{who} {what}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{who} {what} {where}</source>
            <translation>{who} {what} {where}</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/sentence.py" />
            <source>{word}: choose another word</source>
            <translation>{word}: ein anderes Wort wählen</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/review.py" />
            <source>“{text}”</source>
            <translation>„{text}“</translation>
        </message>
    </context>
</TS>
