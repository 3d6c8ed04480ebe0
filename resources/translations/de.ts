<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>OmniSight</name>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>'offline' stays on this computer; 'auto' asks Claude once there is a key.</source>
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
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>A short name.</source>
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
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Add one to begin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Answers programs and browsers of this computer while OmniSight watches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Archive people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Before the event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>By what names browsers may call the server; a name of your own needs the token.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Cameras, by name or id; nothing for all of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Channels</source>
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
            <location filename="../../omnisight_desktop/pipeline/eye.py" />
            <source>Choose another engine: 'omnisight settings set detection.backend auto'.</source>
            <translation type="unfinished" />
        </message>
        <message>
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
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>Free some space, choose less, or export to another disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Full screen</source>
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
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Go on after movement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
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
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Have the camera send H.264 or H.265, or convert the recording.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Hours to record in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>How alike two faces must be, from 0 to 1, to be taken for the same person.</source>
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
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Its RTSP service is switched off.</source>
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
            <source>Keep footage in which nothing moves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Keep pictures</source>
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
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Least certainty</source>
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
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Listen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/shelf.py" />
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
            <location filename="../../omnisight_desktop/config/sections.py" />
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
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Model</source>
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
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Move to the slow place after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Names</source>
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
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Nothing is seen, heard or recorded until then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Nothing is told from this time, 22:00.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>Nothing that is said is written down. Switch it on in the settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Notice loud sounds</source>
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
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Pictures a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Plug it in, or give the number or name of one that is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Port</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/tray.py" />
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>Quit OmniSight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Recognise faces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Record continuously</source>
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
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Run 'sudo usermod -aG {f0} $USER', then log out and in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/live.py" />
            <source>Saved to {path}</source>
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
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Send pictures to the language model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Serve the API</source>
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
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Sightings before it counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/recording.py" />
            <source>Slow place for older footage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>So many messages go in any hour at most.</source>
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
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Starts without showing the window.</source>
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
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Switch on {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>The address the server listens on; 127.0.0.1 is this computer only.</source>
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
            <location filename="../../omnisight_desktop/capture/folder.py" />
            <source>The folder {f0} may not be read.</source>
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
            <location filename="../../omnisight_desktop/capture/encode.py" />
            <location filename="../../omnisight_desktop/pipeline/film/file.py" />
            <source>This machine cannot encode H.264: {f0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>This user may not use the {f0} {f1}.</source>
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
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>US dollars that answers may cost in a day; after that this computer answers.</source>
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
            <location filename="../../omnisight_desktop/gui/everywhere.py" />
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <source>Watch again</source>
            <translation>Weiter beobachten</translation>
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/watching.py" />
            <source>Watching again.</source>
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
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>What is said is written down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/http.py" />
            <source>What the camera sends has no end: no picture is that large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>What to look for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/widgets/palette.py" />
            <location filename="../../omnisight_desktop/gui/window.py" />
            <source>What would you like to do?</source>
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
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Who answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/telling.py" />
            <source>Who is told; see 'omnisight notify'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>Windows does not let OmniSight use the {f0} {f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/axis.py" />
            <source>Write it as axis://HOST.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/capture/faults.py" />
            <source>Write it as rtsp://HOST/PATH or http://HOST/PATH.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/config/sections.py" />
            <source>Writes down speech and notices names; off until you switch it on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>all well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>detector {name}</source>
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
            <location filename="../../omnisight_desktop/capture/denied.py" />
            <source>macOS does not let OmniSight use the {f0} {f1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>no camera</source>
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
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>nobody is found just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>nothing is recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>people found without weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>something is stuck</source>
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
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>the place for footage is gone</source>
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
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{days} days of disk</source>
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
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{fps} fps</source>
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
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{place} is not there. Is a disk unplugged?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../omnisight_desktop/gui/viewmodels/status.py" />
            <source>{up} of {all} up</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
