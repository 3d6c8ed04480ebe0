"""Recordings and network streams through PyAV: packets as they came, pictures decoded lazily."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from av.error import FFmpegError

from omnisight_desktop.capture import connect, faults
from omnisight_desktop.capture.address import shown
from omnisight_desktop.capture.course import Moment
from omnisight_desktop.capture.picture import DecodedPicture, check_size
from omnisight_desktop.capture.sound import SoundDecoder
from omnisight_desktop.capture.stamps import Stamps
from omnisight_desktop.capture.template import Template, template_from, template_of, told_size
from omnisight_desktop.capture.video import TimedFrame, VideoDecoder
from omnisight_desktop.core.clock import Clock, SystemClock
from omnisight_desktop.core.ports.capture import USUAL, Packet, Shot, StreamInfo, Wants

_USUAL_FPS = 25.0
_SOUND_S = 0.02  # how long a packet of sound is that does not say so


class StreamSource:
    """A file, or an RTSP or HTTP stream.

    Where the size of the pictures changes in mid-stream, ``template`` is another object from that
    shot on: its packets and those that follow belong to the new one, and into a file of their own.
    """

    def __init__(
        self, address: str, wants: Wants = USUAL, *, live: bool, clock: Clock | None = None
    ) -> None:
        self._address, self._clock = address, clock or SystemClock()
        self._closed = self._begun = False
        self._container = connect.connect(address, wants, live=live)
        try:
            self._look(wants, live=live)
        except BaseException:
            self._container.close()
            raise

    @property
    def template(self) -> Any:
        return self._template.stream if self._template else None

    @property
    def sound_template(self) -> Any:
        return self._sound_template.stream if self._sound_template else None

    def only_keys(self, on: bool) -> None:
        if self._decoder is not None:
            self._decoder.only_keys(on)

    def spare(self, until_s: float) -> None:
        if self._decoder is not None:
            self._decoder.spare(until_s)

    def shots(self) -> Iterator[Shot]:
        self._begun = True
        asked_mono = self._clock.mono()
        try:
            for packet, moment in self._stamps.packets():
                if self._closed:
                    return
                if packet.stream is self._video:
                    yield from self._seen(packet, moment)
                else:
                    yield self._heard(packet, moment)
                asked_mono = self._clock.mono()
            yield from self._rest()
        except FFmpegError as error:
            # The error's own text holds the address, password and all, so it does not travel on.
            silent = self._clock.mono() - asked_mono >= faults.SILENT_S
            raise faults.in_words(error, self._address, opened=True, silent=silent) from None
        finally:
            self._container.close()

    def close(self) -> None:
        self._closed = True
        # Else whoever reads closes, for nobody else may touch a reader's stream.
        if not self._begun:
            self._container.close()

    def _look(self, wants: Wants, *, live: bool) -> None:
        """See what is there, and make ready to decode what is wanted of it."""
        video = self._video = connect.video_of(self._container)
        sound = connect.sound_of(self._container)
        if video is None and (wants.pictures or sound is None):
            raise faults.no_video(shown(self._address))
        length_s = connect.length_of(self._container)
        endless = live and (length_s is None or connect.is_rtsp(self._address))
        self.info = StreamInfo(0, 0, 0.0, "", endless, None if endless else length_s)
        self._template: Template | None = None
        self._decoder: VideoDecoder | None = None
        if video is not None:
            self._look_at_video(video, wants)
        self._sound_template = template_of(sound) if sound is not None else None
        self._sound_decoder = SoundDecoder(sound) if sound is not None and wants.sound else None
        if sound is not None:
            self.info = replace(self.info, sound=sound.codec_context.name)
        self._stamps = Stamps(self._container, video, sound, 1 / (self.info.fps or _USUAL_FPS))
        if connect.is_indexed(self._container):
            self._stamps.origin.believed_s = self.info.length_s or 0.0

    def _look_at_video(self, video: Any, wants: Wants) -> None:
        name, codec = shown(self._address), video.codec_context
        if codec is None:
            raise faults.no_decoder(name)
        check_size(codec.width, codec.height, name)
        if not codec.width and not self.info.live:  # a camera may still tell, a recording has told
            raise faults.unreadable(name)
        fps = float(video.average_rate or video.guessed_rate or _USUAL_FPS)
        self.info = replace(
            self.info, width=codec.width, height=codec.height, fps=fps, codec=codec.name
        )
        self._template = template_of(video)
        self._size = told_size(bytes(codec.extradata or b""), codec.name)
        if wants.pictures:
            decoding = wants.decoding
            alone = not (self.info.live or wants.loop or decoding)
            self._decoder = VideoDecoder(video, self.info, name, alone=alone, decoding=decoding)

    def _heard(self, packet: Any, moment: Moment) -> Shot:
        kept = self._kept(packet, moment, _SOUND_S)
        decoder = self._sound_decoder
        sound = decoder.decode(packet, moment.at_s) if decoder else None
        return Shot(moment.at_s, sound_packets=(kept,), sound=sound)

    def _seen(self, packet: Any, moment: Moment) -> Iterator[Shot]:
        kept = self._kept(packet, moment, 1 / self.info.fps)
        if kept.is_key:
            self._note_size(kept.data)
        frames = self._decoder.decode(packet, moment) if self._decoder else ()
        packets: tuple[Packet, ...] = (kept,)
        for frame in frames:
            yield self._shot(frame, packets)
            packets = ()
        if packets:
            yield Shot(moment.at_s, None, packets)

    def _kept(self, packet: Any, moment: Moment, usual_s: float) -> Packet:
        duration_s = self._stamps.length_s(packet) or usual_s
        key, data = bool(packet.is_keyframe), bytes(packet)
        return Packet(moment.at_s, moment.decode_at_s, duration_s, key, data)

    def _shot(self, timed: TimedFrame, packets: tuple[Packet, ...]) -> Shot:
        at_s, frame = timed
        if (frame.width, frame.height) != (self.info.width, self.info.height):
            self.info = replace(self.info, width=frame.width, height=frame.height)
            if not self._size:  # the packets do not tell it by themselves
                self._template = template_of(self._video)
        spared = self._decoder.count_spared() if self._decoder else 0
        return Shot(at_s, DecodedPicture(frame), packets, spared=spared)

    def _note_size(self, data: bytes) -> None:
        """Notice that the camera now sends pictures of another size."""
        size = told_size(data, self.info.codec)
        if not size or size == self._size:
            return
        if self._size or not self.info.width:
            self._template = template_from(data, self.info.codec) or self._template
        self._size = size

    def _rest(self) -> Iterator[Shot]:
        """What the decoders still hold at the end."""
        if self._decoder is not None:
            for frame in self._decoder.rest():
                yield self._shot(frame, ())
            if spared := self._decoder.count_spared():
                yield Shot(self._decoder.last_s, spared=spared)
            if not self._decoder.pictures and not self.info.live and not self._closed:
                raise faults.unreadable(shown(self._address))
        sound = self._sound_decoder.rest() if self._sound_decoder else None
        if sound is not None:
            yield Shot(sound.at_s, sound=sound)
