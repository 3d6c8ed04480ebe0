from jeepney import Message

class _Bus:
    def RequestName(self, name: str, flags: int = ...) -> Message: ...

message_bus: _Bus
