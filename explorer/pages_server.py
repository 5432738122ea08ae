"""Streamlit, as `launch.serve` starts it: ends with the process that started it."""

from streamlit.web.cli import main

from explorer.leash import end_with_parent

if __name__ == "__main__":
    end_with_parent()
    main(prog_name="streamlit")
