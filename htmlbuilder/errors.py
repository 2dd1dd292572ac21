"""The errors a user can meet. Each knows its HTTP status and its exit code, and says what to do next."""

from typing import ClassVar


class HtmlBuilderError(Exception):
    """Base of all of them. `message` says what is wrong, `hint` what to do about it.

    `code` is the stable name that JSON answers carry; `exit_code` follows sysexits.h.
    """

    code: ClassVar[str] = "internal"
    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 70

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class InvalidRequest(HtmlBuilderError):
    """A field is missing, of the wrong type, or out of range."""

    code, status, exit_code = "invalid_request", 422, 65


class PromptTooLong(InvalidRequest):
    """The prompt leaves no room for a page in the model's context."""

    code = "prompt_too_long"


class PageTooLong(InvalidRequest):
    """The page to change does not fit into the model's context twice: as it is, and as it is to be."""

    code = "page_too_long"


class CannotEdit(InvalidRequest):
    """The model has not learned to change a page."""

    code = "cannot_edit"


class MalformedBody(InvalidRequest):
    """The body is not the JSON object it should be."""

    code, status = "malformed_body", 400


class BodyTooLarge(HtmlBuilderError):
    """The request body is over the cap."""

    code, status, exit_code = "body_too_large", 413, 65


class BodyTooSlow(HtmlBuilderError):
    """The request body did not arrive in time."""

    code, status, exit_code = "body_too_slow", 408, 65


class UnsupportedMedia(HtmlBuilderError):
    """The body is not declared as JSON."""

    code, status, exit_code = "unsupported_media_type", 415, 65


class MethodNotAllowed(HtmlBuilderError):
    """The path exists, but not for this method."""

    code, status, exit_code = "method_not_allowed", 405, 64


class Forbidden(HtmlBuilderError):
    """The Host or Origin of the request is not one this server answers."""

    code, status, exit_code = "forbidden", 403, 77


class Busy(HtmlBuilderError):
    """The queue is full. `retry_after` is in seconds."""

    code, status, exit_code = "busy", 429, 75

    def __init__(self, message: str, hint: str = "", retry_after: int = 1) -> None:
        super().__init__(message, hint)
        self.retry_after = retry_after


class NotReady(HtmlBuilderError):
    """The model is still loading, or the server is shutting down."""

    code, status, exit_code = "not_ready", 503, 75


class DeadlinePassed(HtmlBuilderError):
    """The answer took longer than the deadline allows."""

    code, status, exit_code = "deadline_passed", 504, 75


class ModelError(HtmlBuilderError):
    """The model cannot be opened or used as asked: missing, damaged, unsafe, or not really quantized."""

    code, status, exit_code = "model_error", 500, 78


class FineTuneLost(ModelError):
    """A step would have left too little of what an adapter has learned. The adapter itself, on its base, has it all."""

    code = "fine_tune_lost"


class UpstreamError(HtmlBuilderError):
    """The remote server failed, refused, or could not be reached."""

    code, status, exit_code = "upstream_error", 502, 69


class DataError(HtmlBuilderError):
    """A file the user gave cannot be read as what it should be."""

    code, status, exit_code = "data_error", 422, 65


class ToolMissing(HtmlBuilderError):
    """A program that a check needs is not installed."""

    code, status, exit_code = "tool_missing", 500, 78
