"""The Streamlit app: who affects whose performance."""
