from tests.contract.softhsm import hsm, made

__all__ = ["hsm", "made"]
