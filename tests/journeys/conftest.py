from tests.contract.softhsm import hsm

__all__ = ["hsm"]
