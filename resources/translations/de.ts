<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>OmniSight</name>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> first </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> {seen}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> {seen}, coming {been_in}, {least}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> {seen}, having been {been_in}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source> {seen}, {least}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>'offline' stays on this computer; 'auto' asks Claude once there is a key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>'{address}' is no address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>'{address}' is no web address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>'{f0}' is no address that can be called.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>'{f0}' is of no kind that is known here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sketch.py" />
            <source>'{name}' is there twice. Give each a name of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>'{text}' are no hours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>'{text}' is no length of time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/choosing.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/particulars.py" />
            <source>'{text}' is no number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, coming {been_in}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, coming {been_in}, {least}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, then </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, {hours}, {days}, </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>, {least}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>1 line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>1 mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>1 zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>A POST with JSON to an address of yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>A better stream of the same camera, for clips and footage.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>A camera in the network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/clipfile.py" />
            <source>A clip could not be written: {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>A folder on a larger, slower disk or in the network; pieces are moved there; none if empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>A folder to look for model files in before the program's own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>A mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/mask.py" />
            <source>A masked area needs at least three corners.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/pictures.py" />
            <source>A picture of a track could not be made into a JPEG.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>A recording that was analysed. Nobody watches it now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>A recording, or a folder of pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>A rule says in a sentence what you want to know of. Begin with one of these:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>A short name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>A webcam, a camera in your network or a file: what it sees is shown here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Accent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: green</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: pink</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: teal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Accent: violet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Add a camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Add a camera  Ctrl+N</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Add a channel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Add a point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Add camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Add channel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Add it anyway</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Add one to begin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Address, for what is looked at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Again and again, like a camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>All cameras</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Always</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>An hour at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Answers programs and browsers of this computer while OmniSight watches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Any of the hundred services of Apprise, by its address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Archive people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>As a notification on this computer. Nothing leaves it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all cameras</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all: {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all: {fps}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all: {labels}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>As for all: {mode}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>At</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>At least {gb} GB of the disk stay free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>At {camera}: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Back to all cameras</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Back to all cameras  Alt+Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Back to live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Back to what was saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Before the event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Boxes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Boxes: show or hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Broker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>By what names browsers may call the server; a name of your own needs the token.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>Call it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Call it once and see what comes  Ctrl+T</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Calling it. This may take some seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Calling the camera…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Calling…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <source>Cameras</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Cameras that go away and come back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Cameras, by name or id; nothing for all of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Change {channel}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Channels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Chat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check both, and whether the camera's user may view video.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Check its cable; it is tried again by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>Check its permissions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check that the address is that of the stream, not of a web page; or restart the camera.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/jpegs.py" />
            <source>Check that the address is that of the stream, not of the camera's web page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/http.py" />
            <source>Check that the address is that of the video stream.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check that the camera is not overloaded; with RTSP, try the other transport.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check that the camera is on and reachable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the disk it lies on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the file's permissions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/clipfile.py" />
            <source>Check the media folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the name, or write the camera's IP address instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the path behind the host; the camera's manual names it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the port, and that the camera's streaming service is switched on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Check the port, or try the address without the s: rtsp:// or http://.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Check what is filled in, and that the server can be reached from here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Check whether another program uses it{f0}; unplug it and plug it in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/recording.py" />
            <source>Choose H.264 or H.265 in the camera's settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Choose a recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/eye.py" />
            <source>Choose another engine: 'omnisight settings set detection.backend auto'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Choose it on the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Choose what you would like to see.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Choose {shape}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Choose {words}; where there is none yet, draw it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Click its corners, then the first again. Or arrows, Space and Enter. Esc stops.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Click its points, then press Enter. Or arrows, Space and Enter. Esc stops.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Clips of events are always recorded. This is about all the rest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>Clips of what happened: {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/toast.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Close that program; it is tried again by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Closing the window leaves OmniSight watching; it waits in the tray.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Compares faces with those of people you named; off until you switch it on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Connecting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Count who goes over a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Counts who goes over it, once it is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Daily budget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which a clip is deleted, unless it is protected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Days after which a piece of footage is moved there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which an event is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which continuous footage is deleted, unless it is protected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which footage without movement goes; 0 for as long as the rest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which pictures of who was seen are deleted, unless protected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days after which what was exported and not told where to go is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days for which 'not a person' marks make the detector more careful where they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days without being seen after which a person is archived.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Days without being seen after which an archived person is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Delete archived people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Detail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Detector</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Drag points; + adds one, Del takes one away. Tab goes from point to point.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Draw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Draw a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Draw a mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Draw a zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Draw zones and lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Drawing: {count} points so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Drawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Every camera is seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <source>Everything is here already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Everything lies in {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Everything that sets a rule off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/story.py" />
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Export clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/story.py" />
            <source>Export the clip of {story}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Export the newest clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/toast.py" />
            <source>F8 comes here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Face similarity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Faces are compared with people you named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Fill it in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Find something to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>First wait before reconnecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Five seconds back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Folder of model files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>For 'motion': seconds that are recorded after the last movement.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>For 'schedule': such as 'mon-fri 08:00-18:00' or '22:00-06:00'; none: always.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>For Home Assistant and other programs in the house.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>Free some space, choose less, or export to another disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Fri</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <source>Get them now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Gigabytes at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Gigabytes to leave free</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/open.py" />
            <source>Give a file, a folder of pictures, an rtsp:// or http:// address, 'webcam:0' or 'demo:'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Give a file, an rtsp:// or http:// address, 'webcam:0' or 'demo:'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/particulars.py" />
            <source>Give a number from 0 to 100.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Give a recording or stream that has pictures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Give the camera's own rtsp:// or http:// address instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Give the user the right to view, in the camera's own settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Give them with the camera, or write NAME:PASSWORD@ before the host in its address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Given up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Go on after movement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Go on when the window is closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Go to the newest message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Go to {panel}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Goes to this computer's keyring, and nowhere else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Have the camera send H.264 or H.265, or convert the recording.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Heard from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Held back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Hours to record in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>How</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How alike two faces must be, from 0 to 1, to be taken for the same person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How high it is at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How high {thing} is at least, in per cent of the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many pictures a webcam is asked for each second.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many pictures long a gesture is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many pictures of each camera are examined each second.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many times as large a picture may be shown for small, far things; 1 costs least.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How many times something must be found before it is believed to be there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How sure it must be of {thing}, in per cent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How sure the detector must be, from 0 to 1, before a finding counts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How sure the program must be, from 0 to 1, before a gesture counts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How sure to be of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>How sure, and how high, in per cent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>In the hours below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>In the last 7 days it would have been set off once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>In the last 7 days it would have been set off {count} times.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>In the last 7 days it would not have been set off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>In the rules: {rules}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>In these hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/microphone.py" />
            <source>Install it with 'pip install sounddevice'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/microphone.py" />
            <source>Install it; on Debian and Ubuntu: 'sudo apt-get install libportaudio2'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Is told of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Is told of {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <location filename="../../omnisight_desktop/pipeline/watch.py" />
            <source>It is called again by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/watch.py" />
            <source>It is called again by itself. If that lasts, restart the camera.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>It may serve too many viewers at once, or be restarting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>It sends no compressed video.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>It stays on this computer: there is no account, and nothing leaves it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>It was not added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>It works</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>It works ({roles})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>It works.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Its RTSP service is switched off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Its address cannot be read. Unlock the keyring, or add it anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/logins.py" />
            <source>Its password cannot be read from {f0}: that is locked, or has it no more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>JPEG, PNG and BMP files are read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep a place for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep continuous footage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep exports</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep footage in which nothing moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Keep for days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Keep the computer awake while it watches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep this computer awake</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keeps an event when it becomes much louder than usual; no words are noted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keeps the computer from going to sleep while OmniSight watches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Kinds of events and of things; nothing for each story's beginning.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Language model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Language: that of the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Large, or back to all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Least certainty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>Leave it alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <source>Leave the user name empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Length</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Length of a piece</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Lets a question take pictures along; without it only words leave.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Light, dark, or as the system has it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/drawing.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>List it among my programs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Listen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Longest clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Longest clip of a short event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Longest wait before reconnecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Look again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Look whether it arrived.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Looking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Looking for webcams…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Looking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Looks a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Looks a second while something moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Lost after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Loud sounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Loudness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Loudness: show or hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>MQTT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Made by talking to @BotFather; the chat is a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Mail server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>Many pictures are missing on their way here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/ink.py" />
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Mon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>More about {camera}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>More while something moves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Most gigabytes of continuous footage of a camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Most gigabytes of footage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Move the camera back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Move the camera forward</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Move to the slow place after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Name of {shape}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Name, as messages and events say it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Names: show or hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>New rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Next camera or page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>No camera is watched yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>No camera was found. Plug one in, then look again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>No camera yet. A webcam, a camera in your network or a recording will be here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>No encrypted connection to {f0} can be made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/recording.py" />
            <source>No film can be made of what the camera sends: its codec is not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>No picture of {f0} can be decoded: it is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>No room is left for {f0}; the export was not finished.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>No signal for {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>No webcam was found on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>Nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Nobody answers at {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Nobody is recognised by their face. Switch it on in the settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Nobody is told yet. A telephone, a mail box or another program can be told when something happens; nothing leaves this computer before you add one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <source>Nobody logs in there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Nobody sees and nothing stores what is under it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>Nobody was followed here in the last 7 days, so it cannot be tried yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Nobody was told of anything yet. What is sent, and what is held back, stands here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>Nobody watches it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>None of the pictures in {f0} can be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/palette.py" />
            <source>Nothing is called so. Try other letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Nothing is drawn yet. A zone is an area that rules speak of, a line counts who goes over it, and a mask hides a part of the picture from everybody.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Nothing is seen, heard or recorded until then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Nothing is seen, heard or recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Nothing is told from this time, 22:00.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>Nothing more is remembered of that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/again.py" />
            <source>Nothing of this camera can be shown again yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Nothing that is said is written down. Switch it on in the settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/drawer.py" />
            <source>Nothing yet today. Whoever comes by will be listed here, with a clip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Notice loud sounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Off until you switch it on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Off, always, while something moves, or in the hours below; cameras may differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Offline after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Offline since {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>On this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>On this computer, if you like</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Only a camera that is live can be recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Only key frames while nothing happens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Only what a rule tells it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/tray.py" />
            <source>Open OmniSight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Open the data folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Open the newest story</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Over UDP (helps with some old cameras)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Over lines today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Pause for 15 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Pause for an hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Pause until tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Paused until {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <source>Paused until {when}. Nothing is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>People, and rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Photographs that wander: nothing to set up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Picture to draw on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Pictures a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>Pictures are missing now and then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>Pictures of who was seen: {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Play again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Plug it in, or give the number or name of one that is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Point {point} of {count} of {shape}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Previous camera or page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Quiet hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/tray.py" />
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Quit OmniSight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/mishaps.py" />
            <source>Read the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Reading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Recognise faces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Recognise the faces of people I name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Record continuously</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Record, or stop recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Recorded from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Recorded. The clip is among today's stories.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile.py" />
            <source>Recording {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Redo  Ctrl+Shift+Z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/demo.py" />
            <source>Reinstall it with 'pip install --force-reinstall --no-deps ultralytics'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/encode.py" />
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>Reinstall the package av; its own builds bring the encoder along.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Remember marks for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>Remove  Del</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>Remove the point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Remove {channel}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>Remove {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Remove {shape}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Replay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Replay: hold or go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Restart the camera; it may also serve too many viewers at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Restart the camera; its own web page may tell more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Retry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <location filename="../../omnisight_desktop/gui/shelf.py" />
            <source>Rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Rules are about cameras, and there is none yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Run 'sudo usermod -aG {f0} $USER', then log out and in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Runs a network in whole numbers where one was made here and passed its check.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Sat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Save the camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>Save the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Save the rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Save; it holds at once  Ctrl+S</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Save; it holds within seconds  Ctrl+S</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/mishaps.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Saved to {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Saves most of the decoding; what begins is noticed some seconds later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>Save…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Saving…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds after which a clip ends although its event goes on or others joined it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Seconds for which the same kind of thing at the same camera is not told again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds for which what stood somewhere is the same when it is seen there again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds in one place after which something is taken to stand there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds of footage from before an event that its clip begins with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds that a clip lasts at least, those before the event included.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds that a clip lasts at most, unless its event itself goes on for longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Seconds that one file holds; at 60 each begins with the full minute.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds to wait before a lost camera is tried again for the first time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds unseen after which somebody is taken to have gone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Seconds without a picture after which a camera is reported as offline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>See whether the disk is there and whether you may write to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Send a test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Send a test to {channel}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Send pictures to the language model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>Sending…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Sent by your own mail server, with a password for apps where it wants one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Serve the API</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Set up who is told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Several with commas.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Share of the disk to leave free</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Shortest clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/application.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Show every action and its keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Show me live pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Show the last 30 seconds again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Sightings before it counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Skip this step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Slow place for older footage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Snapshot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Snapshot saved as {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>So many messages go in any hour at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Somebody comes at night</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Somebody stays for long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Something else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Standing still after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Start minimised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Start when I log in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Starts without showing the window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Step {step} of {all}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Stop recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Such as 22:00-06:00.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Such as 45 s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Such as mon-fri 08:00-18:00, or 22:00-06:00.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Sun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Switch OmniSight (or the terminal) on in {f0}, and start it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Switch RTSP on in the device's settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>Switch it off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>Switch it on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Switch on {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/application.py" />
            <source>Take the first steps again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Telegram</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Telephone (ntfy)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>Test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/cameras.py" />
            <source>Test the camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The address the server listens on; 127.0.0.1 is this computer only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>The beginning of each story</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera answers, but has nothing at {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>The camera at {f0} does not let this user look.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera at {f0} ended the stream{f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>The camera at {f0} is starting up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera at {f0} refused the name and password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera at {f0} reports a fault of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The camera at {f0} wants a name and a password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/watch.py" />
            <source>The camera ended the stream.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/watch.py" />
            <source>The camera is connected and sends no {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/convert.py" />
            <source>The clip cannot be converted: {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/convert.py" />
            <source>The clip cannot be read: {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/demo.py" />
            <source>The demo camera has no pictures: the photographs of the package ultralytics are missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>The demo: people who walk by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>The detector runs on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/clipfile.py" />
            <source>The disk is full; a clip could not be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The engine that runs the detector; 'auto' takes the best this machine has.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>The export could not be written: {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/picture.py" />
            <source>The file is damaged, or it has to be scaled down first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/tiles.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>The first picture is on its way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>The folder {f0} may not be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>The free ntfy app shows what is sent to a topic. Choose one that nobody guesses.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The host of {f0} refuses the connection: nothing listens on that port.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The kinds of things that are followed, such as person, car or dog.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The language of the window, or the one the system speaks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/again.py" />
            <source>The last seconds cannot be shown again: {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The name of an installed model, or the path of a model file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The name of the language model that answers when there is a key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The oldest clips go early when clips and pictures take more; 0 for no limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The oldest clips go early when fewer gigabytes than this are free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The oldest clips go early when less than this share of the disk is free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The oldest footage of a camera goes early when it takes more; 0 for no limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>The oldest goes first when it takes more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The one colour for what is chosen or in focus.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/microphone.py" />
            <source>The part that listens to microphones is not installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>The password goes to this computer's keyring, and nowhere else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/eye.py" />
            <source>The pictures of {f0} cannot be looked at: {f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/picture.py" />
            <source>The pictures of {f0} claim to be {f1}x{f2}, larger than any camera's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The port the server listens on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/replay.py" />
            <source>The recording to be replayed holds no pictures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>The rules of {camera}: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>The same not again for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The speech model; larger ones understand more and take longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The stream of {f0} broke off: {f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/microphone.py" />
            <source>The system's library for sound, PortAudio, is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>The video of {f0} is of a kind{f1} that cannot be decoded here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The wait doubles with every failure, up to this many seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>The {f0} {f1} gives nothing any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>The {f0} {f1} is in use by {f2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>The {f0} {f1} is there but gives nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Theme: as the system has it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Theme: dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <source>Theme: light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Then the oldest footage goes to make room. {room}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>There are no pictures in {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>There is a channel called '{name}' already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>There is no clip of today yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>There is no file {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>There is no host called '{f0}' in the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>There is no picture to keep just now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/open.py" />
            <source>There is no recording or camera '{f0}'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>There is no video in {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>There is no way through the network to {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>There is no {f0} {f1} on this computer. {f2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <source>These models come from their makers once, and work on this computer from then on. Without them people are found less well, and nothing else is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>This desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/encode.py" />
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>This machine cannot encode H.264: {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/report.py" />
            <source>This report lies on this computer only. Send it on if you would like help.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>This user may not use the {f0} {f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Thu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <location filename="../../omnisight_desktop/gui/widgets/drawer.py" />
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Today {inward} in, {outward} out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Today: show or hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Token of the bot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Topic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Trails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Trails: show or hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Try the camera again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Try to play it elsewhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/video.py" />
            <source>Try to play it elsewhere; a camera may have to be restarted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Trying it again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>Trying it on the last 7 days…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Tue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Turn the direction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/shapes.py" />
            <source>Turn the direction of {shape}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>Type the address, and test it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>US dollars that answers may cost in a day; after that this computer answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Undo  Ctrl+Z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/services/logins.py" />
            <source>Unlock it, or give the password anew with 'omnisight cameras edit NAME --login USER'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Until this time, 07:00.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Up to so many, as long as this computer keeps up with all cameras.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Use lighter networks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>User name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>Videos (*.mp4 *.mkv *.avi *.mov *.webm *.ts)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Watch a camera in the network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <location filename="../../omnisight_desktop/gui/widgets/tile_parts.py" />
            <source>Watch again</source>
            <translation>Weiter beobachten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>Watch it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome.py" />
            <source>Watch the demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_card.py" />
            <source>Watch {camera}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <source>Watching again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Web hook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>Webcam {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>Wed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>What answers at {f0} is no Axis device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/palette.py" />
            <source>What can be done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>What comes from it is shown here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>What happened, in words: {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>What happens then is told by nobody.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>What is kept, and what is off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>What is said is written down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_models.py" />
            <source>What it finds people with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <source>What shall OmniSight watch?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/http.py" />
            <source>What the camera sends has no end: no picture is that large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>What to look for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>What was sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/palette.py" />
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>What would you like to do?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>When {who} {what} within {within}, {same}:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>When {who} {what} {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>When {who} {what} {where} for {seconds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>When {who} {what} {where} {way}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Where its address lies, for that holds a password; never the address itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Where the key is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Where the key lies: keyring:NAME, file:NAME or env:NAME; never the key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Whether a picture of what was seen goes along.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>While something moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Who answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/rules.py" />
            <source>Who is told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Who is told; see 'omnisight notify'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Whoever walks past has not agreed to be recognised or written down. Switch these on only where you may, and tell the people who live or work there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Windows does not let OmniSight use the {f0} {f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>With a picture of what was seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/choosing.py" />
            <source>Write 1 or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_keeping.py" />
            <source>Write down what is said near a camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Write it as axis://HOST.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>Write it as https://HOST/PATH.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Write it as rtsp://HOST/PATH or http://HOST/PATH.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>Write it as rtsp://HOST/PATH, http://HOST/PATH or axis://HOST.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Writes down speech and notices names; off until you switch it on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/drawing.py" />
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <source>Zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Zones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/panels/live.py" />
            <source>Zones: show or hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a bicycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a bird</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a bus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>a camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a car</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a cat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a dog</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>a mask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>a moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a motorcycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a truck</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>a vehicle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>all well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>always the same one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/saying.py" />
            <source>an animal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>and so on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>and walks into it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>and walks out of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>animal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>another number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>another time, such as 10 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>another time, such as 45 s or 2 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>anybody or anything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>anywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>as before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>at any time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>at least {count} at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>at most once in {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>at most {count} an hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>at weekends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>backpack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>ball</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>between {begin} and {end}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bicycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bird</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>boat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bottle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>bus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>car</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>cat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>chair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>comes into</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>cow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>crosses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>cycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>deer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>detector {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>does one thing after another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>dog</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>each time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>either way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>even alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>every time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>every {count} times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>face</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>faces off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>faces on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>fox</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>from anywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>from {time} for a day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>from {zone}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>from-until, such as 21:30-05:00</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>handbag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <source>heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>horse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/ink.py" />
            <source>in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>in the hours of its file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>in {zone}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>inwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being checked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being got</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being made ready; that takes a minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is being put together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>is here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>is in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>is not seen in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/reading.py" />
            <source>it cannot be read: {f0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/reading.py" />
            <source>it is gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/reading.py" />
            <source>it shows nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/film/drawing.py" />
            <source>its pictures are damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>its rules cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>leaves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>luggage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>macOS does not let OmniSight use the {f0} {f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>motorcycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>no camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>no camera yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>no detector</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>no disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>no limit of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>no sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>nobody is found just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/dialogs/welcome_camera.py" />
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>none; such as 22:00-07:00</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>not yet today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>nothing is recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>on any day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>on weekdays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>on {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>or appears in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>or is seen no more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>outwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>people found without weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>quiet {begin} to {end}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>record a clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>record no clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>rtsp, http or axis. Most cameras name it under “stream” or “RTSP”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <source>seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>sheep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>size not known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>something</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>something else, such as umbrella</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>something is stuck</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>something more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>speech off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>speech on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>stays in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>suitcase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>tell nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>tell {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>the beginning of each story</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>the first after {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>the place for footage is gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>then {tell} and {record}, {pause}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/channel_page.py" />
            <source>to {channel}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>traffic light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>train</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>truck</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>umbrella</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>vehicle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>waits before another try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>waits its turn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/adding.py" />
            <source>what people call it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/particulars.py" />
            <source>where it is recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>whoever it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>with sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>without pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>without the last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>yesterday {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{cameras} offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/application.py" />
            <source>{camera} is offline. {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/camera.py" />
            <source>{camera} is saved; it holds from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>{camera} was removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{channel} is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{channel} is told from now on. Its address is kept {place}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{channel} is told no more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>{count} lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>{count} masks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{count} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>{count} shapes. Tab goes from point to point.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <source>{count} zones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>{count} × today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{days} days of disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{day} {month} {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{day} {month} {year} {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/pulling.py" />
            <source>{done} of {all}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} answers, but sends no video.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/video.py" />
            <source>{f0} cannot be decoded: {f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} cannot be read: {f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} did not send any pictures within {f1} seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} has fallen silent: nothing came for {f1} seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} is damaged or no video.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>{f0} may not be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/jpegs.py" />
            <source>{f0} sends no pictures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/room.py" />
            <source>{f0}, and the settings want {f1} GB left free: nothing is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/pipeline/room.py" />
            <source>{f0}: nothing is recorded below {f1} GB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/ways.py" />
            <source>{field} is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{fps} fps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/adding.py" />
            <source>{fps} pictures a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/welcome.py" />
            <source>{gb} GB are free now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{gb} GB free</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{gb} GB free in {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/words.py" />
            <source>{hours} h {minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{hours}, {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/camera_page.py" />
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>{inward} in · {outward} out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rehearsal.py" />
            <source>{inward} in, {outward} out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{kinds} at {cameras}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_page.py" />
            <source>{name} is not set up any more. Choose somebody else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{place} is not there. Is a disk unplugged?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{place} took the message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/rule_card.py" />
            <source>{rule} is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>{rule} is saved; it holds within seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/rules.py" />
            <source>{rule} was removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/board.py" />
            <source>{shape} is chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/cameras.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{up} of {all} up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/channels.py" />
            <source>{what} at {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{what} {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{what} {where} for {seconds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{what} {where} {way}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{who} {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/sentence.py" />
            <source>{who} {what} {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/sentence.py" />
            <source>{word}: choose another word</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
